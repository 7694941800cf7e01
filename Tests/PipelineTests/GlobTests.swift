import Pipeline
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("dmc/**/*", "dmc/a.csv", true), ("dmc/**/*", "dmc/x/y/a.csv", true),
    ("dmc/**/*", "emis/a.csv", false), ("register/*", "register/a.csv", true),
    ("register/*", "register/x/a.csv", false), ("*.csv", "a.csv", true), ("*.csv", "a.xlsx", false),
    ("a?c", "abc", true), ("a?c", "ac", false), ("**", "a/b/c", true), ("*a*b*", "xxaxxbxx", true),
    ("*a*b*", "xxbxxaxx", false),
  ])
  func starsStayInAFolderAndDoubleStarsSpanThem(pattern: String, path: String, fits: Bool) {
    #expect(Glob(pattern).fits(path) == fits)
  }
}
