from dataclasses import dataclass, field

from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.compliance.scorer import MODEL_RULE
from bot.compliance.verdict import Lane, Severity


@dataclass
class Suspicious:
    """A model that minds a word, and remembers what it was asked."""

    word: str
    version: str = "1"
    lanes: frozenset = frozenset({Lane.MEMBER})
    threshold: float = 0.5
    excused_threshold: float = 0.9
    doubt_threshold: float = 0.05
    doubts: frozenset = frozenset({("R-012", 1), ("R-012", 2), ("R-012", 3)})
    reason: str = "像是引流"
    suggestion: str = "请在群里说"
    certainty: float = 0.8
    asked: list = field(default_factory=list)

    def score(self, folded_text):
        self.asked.append(folded_text)
        return self.certainty if self.word in folded_text else 0.1

    def causes(self, folded_text):
        start = folded_text.index(self.word)
        return [(start, start + len(self.word)), (start + 1, start + 3)]


def judge(text, model, lane=Lane.MEMBER):
    return Gate(default_pack(), model).judge(text, lane)


def test_a_score_over_the_threshold_is_held_with_the_span_as_it_was_written():
    verdict = judge("明早有 料 可 看", Suspicious("料可看"))
    (finding,) = verdict.findings
    assert (finding.rule_id, finding.excerpt) == (MODEL_RULE, "料 可 看")
    assert finding.severity is Severity.REVIEW
    assert finding.reason == "像是引流"
    assert verdict.score == 0.8
    assert verdict.blocked


def test_a_score_under_the_threshold_is_told_and_nothing_held():
    verdict = judge("早上好", Suspicious("料"))
    assert verdict.clean
    assert verdict.score == 0.1


def test_the_model_is_not_asked_outside_its_lanes():
    model = Suspicious("料")
    assert judge("早上好", model, Lane.OUTGOING).score is None
    assert model.asked == []
    assert judge("早上好", None).score is None


def test_what_a_rule_holds_stays_held_unless_the_model_finds_the_text_innocent():
    assert judge("明天必涨", Suspicious("料")).blocked
    doubted = judge("明天必涨", Suspicious("料", doubt_threshold=0.2))
    assert not doubted.blocked
    assert [finding.severity for finding in doubted.findings] == [Severity.LOG]
    assert doubted.findings[0].excerpt == "必涨"


def test_a_rule_that_is_newer_than_the_model_is_never_doubted():
    assert judge("加我微信", Suspicious("料", doubt_threshold=0.2)).blocked


def test_a_text_that_a_context_excused_takes_a_higher_score():
    text = "骗子常说“稳赚不赔”，再给你料可看"
    assert judge(text, Suspicious("料可看")).clean
    assert judge(text, Suspicious("料可看", certainty=0.95)).rules == (MODEL_RULE,)


def test_what_a_rule_allows_is_no_offence_to_the_model_either():
    assert judge("利好公布后股价未必涨", Suspicious("未必涨")).clean


def test_a_model_that_names_no_span_holds_the_whole_text():
    model = Suspicious("料")
    model.causes = lambda folded_text: []
    (finding,) = judge("有料", model).findings
    assert (finding.start, finding.end) == (0, 2)
