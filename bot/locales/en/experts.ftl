error-clock-stopped = The expert desk’s clock has been stopped since { $since }, so no time can be promised now. It will be once it runs again.
