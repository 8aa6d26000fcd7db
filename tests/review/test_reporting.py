from bot.review.reporting import EACH_DAY, EACH_HOUR, Record


def test_somebody_may_report_so_often_an_hour_and_a_day() -> None:
    assert Record(hour=EACH_HOUR - 1, day=EACH_DAY - 1).may_report
    assert not Record(hour=EACH_HOUR, day=EACH_HOUR).may_report
    assert not Record(day=EACH_DAY).may_report


def test_whoever_is_mostly_wrong_may_report_once_a_day() -> None:
    assert Record(unfounded=3).doubted
    assert Record(unfounded=3).may_report
    assert not Record(day=1, unfounded=3).may_report


def test_one_who_is_often_right_is_not_doubted_for_some_mistakes() -> None:
    assert not Record(unfounded=6, founded=2).doubted
    assert not Record(unfounded=2).doubted
