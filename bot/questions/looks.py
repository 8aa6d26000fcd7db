"""What looks like a question to the bot, where nobody said `/ask`; strict, so as to stay silent.

In a topic for questions members also talk to each other. A message there is taken only if it
asks something, in words that could be looked up; greetings, agreement and small talk are not.
"""

import re
import unicodedata

SHORTEST, LONGEST = 4, 1000
LONGEST_NAME = 30
FEWEST_WORDS = 3
"""Of an English question: "what?" is a reply."""
_LINK = re.compile(
    r"(?:https?://|www\.|t\.me/)\S+|\b[\w-]+\.(?:com|cn|net|org|me|io|cc|top|xyz)\b\S*", re.I
)
_ASKS = re.compile(
    r"[?？](?![a-z0-9=&])|怎么|怎样|咋|如何|什么|甚麼|什麼|啥|为何|为什么|為什麼|為何|哪|多少|几[点个天时次年月号位元股手笔级]|"
    r"幾[點個天時次年月號位元股手筆級]|多久|多长时间|多長時間|是否|能否|可否|有没有|有沒有|能不能|可不可以|会不会|會不會|"
    r"要不要|该不该|該不該|是不是|算不算|请问|請問|求助|求教|请教|請教|怎麼|怎樣|吗|嗎|么$|"
    r"^(?:how|what|when|where|which|who|why|can|could|do|does|did|is|are|should|may|will)\b",
    re.I,
)
_CHATTER = re.compile(
    r"^(?:你|您|大家|各位|有人|老师|谁|誰|群里|都)?(?:吃了|在|睡了|好|早|忙|累|还在|下班了|起床了|到了|来了|來了)"
    r"(?:吗|嗎|么|没|沒|不)?[?？!！~。]*$|"
    r"^(?:真|是|对|對|行|好|确定|不会|不會|是不是|可以|没事|沒事|懂|明白|厉害|牛|哈|呵|嗯|哦|啊|什么|什麼|啥|为什么|為什麼|"
    r"怎么了|怎麼了|怎么说|谁|誰|哪|哪里|然后|然後|后来|有吗|是吗|可不是|谁知道|誰知道|谁说的|凭什么)+"
    r"(?:的|了|吧|吗|嗎|么|呢|啊|呀|嘛|哈)*[?？!！~。…]*$|"
    r"谁知道呢|誰知道呢|有什么办法|有啥用|怎么可能|怎麼可能|不是吗|不是嗎|对吧|對吧|是吧|好吗[?？]*$|哈哈哈|"
    r"[我咱]们?.{0,4}(?:觉得|认为|猜)|怎么(?:又|都|会)?(?:这样|那样)[^办]{0,2}$|"
    r"^(?:老(?!师|股|人|年|用户|客户)|小)[\u4e00-\u9fff][，, ]?你|"
    r"^你们?(?:在哪|去哪|周末|昨天|刚才|刚刚)|"
    r"^(?:有没有人|有人|谁)(?:一起|也|跟我|和我|中签|中了|买了)|"
    r"(?:吃什么|吃啥|好吃|火锅|奶茶|打球|爬山|电影|追剧|聚餐|做饭|旅游|下雨|去哪儿?玩|哪里玩|一起玩)"
)
_TELLS = re.compile(
    r"^(?:我|咱|已经|已經|不|没|沒|刚|剛|谢|謝|收到|好|嗯|哦|行|可以|今天|明天|昨天|祝|辛苦)|[了啦哦啊吧哈呀][~！!。…]*$"
)
_MOSTLY = re.compile(r"[\w\u4e00-\u9fff]")


def is_question(text: str) -> bool:
    """Tell whether a plain message asks something that could be looked up."""
    words = _LINK.sub(" ", unicodedata.normalize("NFKC", text)).strip()
    letters = len(_MOSTLY.findall(words))
    if letters < SHORTEST or len(words) > LONGEST:
        return False
    if words.isascii() and len(words.split()) < FEWEST_WORDS:
        return False
    return bool(_ASKS.search(words)) and not _CHATTER.search(words)


def names_something(text: str) -> bool:
    """Tell whether a text without asking words may name what is asked about: 两融开通条件.

    What somebody tells (我到家了, 不用了, 已经转了) is no name of a thing.
    """
    words = unicodedata.normalize("NFKC", text).strip()
    told = _TELLS.search(words) or _CHATTER.search(words)
    return 2 <= len(_MOSTLY.findall(words)) <= LONGEST_NAME and not told


def is_chatter(text: str) -> bool:
    """Tell whether people say this to each other: greetings, agreement, small talk."""
    return bool(_CHATTER.search(unicodedata.normalize("NFKC", text).strip()))


def says_nothing(text: str) -> bool:
    """Tell whether there is no word in a text: blanks, symbols and emoji alone."""
    return not _MOSTLY.search(text)


def only_links(text: str) -> bool:
    """Tell whether a text holds links and no words beside them."""
    without = _LINK.sub(" ", text)
    return without != text and says_nothing(without)
