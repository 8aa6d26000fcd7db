"""Letters of other scripts that are drawn like Latin ones, and radicals that stand for characters.

Compatibility forms (full width, circled, mathematical) are not listed: NFKD knows them.
Capitals and small letters are told apart, since a script's two forms of one letter may look
like two different Latin letters: Greek Η is drawn as H, η as n.
"""

_PAIRS = (
    # Cyrillic
    ("АВЕЗКМНОРСТУХЅІЈԚԜҮҺԌ", "ABE3KMHOPCTYXSIJQWYHG"),
    ("авсеһіјкмнорѕтухѵԝԁԛӏгьԍү", "abcehijkmhopstyxvwdqlrbgy"),
    # Greek
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("αβγεηικνορτυχωμ", "abyenikvoptuxwu"),
    # Latin letters with strokes and hooks, and small capitals
    ("ıłøđħŧɑɡɩʋƒɓƙɗɛðɪʟɴʀʏʙɢʜ", "ilodhtagivfbkdedilnrybgh"),
    ("ᴀᴄᴅᴇꜰᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢʋⱱ", "acdefjkmopstuvwzvv"),
    # Armenian and Cherokee
    ("օսհոցզ", "ouhngq"),
    ("ᎪᏟᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃᏴ", "ACEHJKLMPRSTVWZB"),
    # Signs used as letters
    ("∨℮", "ve"),
)

# What only looks like a character: CJK Radicals Supplement to the character of the same shape.
_RADICALS = (
    "⺀⺄⺅⺈⺉⺊⺋⺌⺖⺗⺘⺙⺛⺝⺟⺠⺡⺣⺤⺥⺨⺩⺫⺬⺭⺮⺯⺰⺶⺷⺹⺼⺾⻀⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻏⻐⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻡⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "冫乙亻刀刂卜卩小忄心扌攵无月母民氵灬爪爫犭王罒示礻竹糸纟羊羊耂月艹艹衤覀西见角讠贝足车辶辶辶阝钅镸长门阝青韦页风飞食饣首马骨鬼鱼鸟麦黄齐齿龙龟",
)

# Japanese forms and rare variants, which the table of traditional characters leaves alone.
_VARIANTS = (
    "穏発売銭験総歩経済価図団対戦収変単営関権険検証応帰満涙戻薫徳恵畳霊桜亜圏囲駅県覚勧歓拝払抜択沢竜穂薬観両専伝",
    "稳发卖钱验总步经济价图团对战收变单营关权险检证应归满泪戾熏德惠叠灵樱亚圈围驿县觉劝欢拜拂拔择泽龙穗药观两专传",
)

# What chats write for other characters, and strokes used as bars.
_WRITTEN_FOR = (
    "曰夲囯巿仼莪伱妳沵卟吥亇囬囘の嘚冇丨丶ㄨㄑ",
    "日本国市任我你你你不不个回回的得没|、xq",
)

# Parenthesised, full-stopped and negative forms: NFKD leaves their frame standing, or all of it.
_FRAMED = (
    *((0x2474 + n, str(n + 1)) for n in range(20)),  # ⑴ to ⒇
    *((0x2488 + n, str(n + 1)) for n in range(20)),  # ⒈ to ⒛
    *((0x249C + n, chr(ord("a") + n)) for n in range(26)),  # ⒜ to ⒵
    *((0x3220 + n, character) for n, character in enumerate("一二三四五六七八九十")),  # ㈠ to ㈩
    *((0x1F150 + n, chr(ord("a") + n)) for n in range(26)),  # 🅐 to 🅩
    *((0x1F170 + n, chr(ord("a") + n)) for n in range(26)),  # 🅰 to 🆉
    (ord("➕"), "+"),
)


def _table() -> dict[str, str]:
    table = {chr(code): plain for code, plain in _FRAMED}
    for foreign, plain in (*_PAIRS, _RADICALS, _VARIANTS, _WRITTEN_FOR):
        table |= zip(foreign, plain, strict=True)
    return table


LOOKALIKES = _table()
