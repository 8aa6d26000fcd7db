# Risk disclosures: one sentence per product class, appended by rule at the end of a text.
disclosure-general = Investing carries risk. This is information, not investment advice.
disclosure-stock = Share prices can fall as well as rise, and you may lose capital. This is information, not investment advice.
disclosure-fund = Funds carry risk, and past performance does not tell the future. Read the fund documents first and check that the risk level suits you.
disclosure-bond = Bond prices move with interest rates, and an issuer may fail to pay on time. This is not investment advice.
disclosure-margin = Margin trading magnifies losses: they may exceed your capital, and positions may be closed by force. A suitability assessment comes first.
disclosure-futures = Futures, options and other derivatives carry high risk: you may lose all of your capital or more. A suitability assessment comes first.
disclosure-ipo = New shares may trade below their issue price, and an allotment is no profit. Read the prospectus first.
disclosure-simulated = This is simulated trading without real money; its results do not tell what real investing would bring.
disclosure-several = Shares, funds, bonds and new issues all carry risk: you may lose capital, and past performance does not tell the future. This is information, not investment advice.
