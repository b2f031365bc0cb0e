/// What is typed in an amount field, and what it comes to: öre, `empty` or the fault's name. The evaluator on the server
/// and its mirror in the browser are both held to it.
enum AmountCases {
  static let all: [(typed: String, outcome: String)] = [
    ("", "empty"), ("   ", "empty"), ("\u{A0}", "empty"),
    ("0", "0"), ("1", "100"), ("12,5", "1250"), ("12.50", "1250"), (",5", "50"), ("12,", "1200"),
    ("12 500,50", "1250050"), ("12\u{A0}500,50", "1250050"), ("1\u{202F}234\u{2009}567", "123456700"),
    ("12500", "1250000"), ("1 200 kr", "120000"), ("1200KR", "120000"), ("100kr ", "10000"),
    ("1200+350*2", "190000"), ("1200 + 350 × 2", "190000"), ("350·2", "70000"), ("100÷8", "1250"),
    ("10/3", "333"), ("20/3", "667"), ("-20/3", "-667"), ("0,005*1", "1"), ("-0,005*1", "-1"), ("0,0049*1", "0"),
    ("1/3*3", "100"), ("1/3+1/3+1/3", "100"), ("(9 000 - 450)/3", "285000"), ("2*(3+(4-1))", "1200"),
    ("-5", "-500"), ("−5", "-500"), ("–5", "-500"), ("+5", "500"), ("--5", "500"), ("2*-3", "-600"), ("1-2-3", "-400"),
    ("100/10/2", "500"), ("2+3*4-5", "900"), ("1,005*2", "201"), ("0,125*4", "50"),
    ("10000000000", "1000000000000"), ("10000000000,01", "too-large"), ("99999999999", "too-large"),
    ("1234567890123", "too-large"), ("999999999999*999999999999", "too-large"),
    ("1,001", "decimals"), ("1.234", "decimals"), ("1.234*1", "123"), ("1,2345678*1", "decimals"),
    ("1.234,50", "two-marks"), ("1,2,3", "two-marks"), ("1..2", "two-marks"),
    ("12 50", "groups"), ("1 2", "groups"), ("1234 567", "groups"), ("1 234 56", "groups"), ("12 500", "1250000"),
    ("12  500", "1250000"), ("1 234 567,89", "123456789"),
    ("12,50 20", "sign-missing"), ("2(3)", "sign-missing"), ("(2)3", "sign-missing"), ("(1 + 2,5 3)", "sign-missing"),
    ("1+", "unfinished"), ("*2", "unfinished"), ("1+*2", "unfinished"), (",", "unfinished"), ("-", "unfinished"),
    ("kr", "unfinished"), ("()", "parenthesis"), ("(1+2", "parenthesis"), ("1+2)", "parenthesis"), (")", "parenthesis"),
    ("1/0", "division-by-zero"), ("1/(2-2)", "division-by-zero"), ("0/5", "0"),
    ("abc", "unknown-sign"), ("12:50", "unknown-sign"), ("1 kr 50", "unknown-sign"), ("=5", "unknown-sign"),
    ("1e5", "unknown-sign"), ("12\u{301}", "unknown-sign"), ("٣", "unknown-sign"), ("1+2\r\n", "unknown-sign"),
    (String(repeating: "(", count: 20) + "1" + String(repeating: ")", count: 20), "100"),
    (String(repeating: "(", count: 21) + "1" + String(repeating: ")", count: 21), "too-deep"),
    (String(repeating: "1+", count: 199) + "10", "20900"),
    (String(repeating: "1+", count: 200) + "1", "too-long"),
    (String(repeating: "−", count: 140), "too-long"),
    ("1/999999999999/999999999999", "too-large"), ("1/7/11/13/17/19/23", "0"),
  ]
}
