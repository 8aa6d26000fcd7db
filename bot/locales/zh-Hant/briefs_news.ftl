# Headlines that came and are not carried.
drop-screened = 標題沒有通過合規檢查，這一條不用
drop-untrusted = 來源不在信任名單，自動發布時不用
