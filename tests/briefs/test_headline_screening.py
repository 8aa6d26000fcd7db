from datetime import timedelta

from bot.briefs.headline_screening import MOST_SCREENED, fit_to_print
from bot.market.news import News
from bot.market.news_trust import Trust
from bot.market.problems import FeedProblem, ProblemKind
from tests.briefs.newsrooms import GATE, at, make_headline

SINCE = at("07:00")
BAD = make_headline(1, title="内部消息：该股明天必涨，保本稳赚")
GOOD = make_headline(2, title="示例央行公布十月金融数据")


def fit(*headlines, unattended=True, problems=()):
    return fit_to_print(News(headlines, problems), SINCE, GATE.judge, unattended=unattended)


def test_one_bad_headline_is_left_out_by_itself_with_the_rules_it_breaks():
    news = fit(BAD, GOOD)
    assert news.headlines == (GOOD,)
    (problem,) = news.problems
    assert (problem.kind, problem.source) == (ProblemKind.SCREENED, "示例财经")
    assert problem.symbol == f"{BAD.title} [{problem.detail.replace(',', ', ')}]"
    assert problem.detail.startswith("R-")


def test_its_source_and_its_link_are_screened_as_well():
    for changed in ({"source": "保本稳赚必涨"}, {"link": "https://a.example/保本稳赚必涨"}):
        news = fit(make_headline(3, title="示例公告", **changed))
        assert news.headlines == ()
        assert news.problems[0].kind is ProblemKind.SCREENED


def test_only_trusted_publishers_stand_in_what_nobody_reads_beforehand():
    listed = make_headline(4, trust=Trust.LISTED)
    unknown = make_headline(5, trust=Trust.UNKNOWN)
    news = fit(GOOD, listed, unknown)
    assert news.headlines == (GOOD,)
    assert [(p.kind, p.symbol, p.detail) for p in news.problems] == [
        (ProblemKind.UNTRUSTED, None, "listed"),
        (ProblemKind.UNTRUSTED, None, "unknown"),
    ]
    assert fit(GOOD, listed, unknown, unattended=False).headlines == (GOOD, listed, unknown)


def test_old_headlines_are_neither_carried_nor_reported_and_faults_of_feeds_stay():
    fault = FeedProblem(ProblemKind.TIMED_OUT, "news.example")
    old = make_headline(6, published=SINCE - timedelta(seconds=1), title=BAD.title)
    news = fit(old, GOOD, problems=(fault,))
    assert (news.headlines, news.problems) == ((GOOD,), (fault,))


def test_a_flood_is_not_screened_to_its_end():
    many = [make_headline(n, published=at("08:00")) for n in range(1, 200)]
    assert len(fit(*many).headlines) == MOST_SCREENED
