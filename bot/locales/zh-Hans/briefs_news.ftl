# Headlines that came and are not carried.
drop-screened = 标题没有通过合规检查，这一条不用
drop-untrusted = 来源不在信任名单，自动发布时不用
