import Render
import Tables
import Testing

struct BlockTests {
  private static let figures = Figures(
    FigureTable(
      "pupils", columns: ["K1/m", "K1/f", "K/sum", "P1/m"],
      """
      one 1 0 1 -
      two 2 0 2 0
      half-sum 3 0 3 0
      three 4 0 4 -
      total 7 0 7 0
      """, notes: ["pupils are counted once"]),
    FigureTable("headline", columns: ["value"], "none 0\nsome 12\nhidden <", notes: ["as of June"]),
    FigureTable("empty", columns: ["n"], "total 0"),
    FigureTable("unknown", columns: ["n"], "one -\ntotal -"),
    FigureTable("hidden", columns: ["n"], "total <"),
    FigureTable("growth", columns: ["n"], "measured 3\nshort …\ntall-sum …\ntotal 3"))

  private static func body(_ block: Written) async throws -> String {
    try await Printing.body(block, figures: figures)
  }

  private static func rows(_ block: Written) async throws -> [String] {
    let pages = try await Printing.pages(Printing.stage(Printing.report(block)), figures)
    return ReadPage.figures(of: try #require(try ReadPage(pages[0].bytes).tables().first))
      .map { $0.row + " " + $0.cells.joined(separator: " ") }
  }

  @Test func aHeadingOpensASection() async throws {
    #expect(
      try await Self.body(["heading": "News & <more>"]) == """
        <section aria-labelledby="s1">
        <h2 id="s1">News &amp; &lt;more&gt;</h2>
        </section>
        """)
  }

  @Test func aTextIsFilledWithFigures() async throws {
    #expect(
      try await Self.body([
        "text": ["th": "ก", "en": "{{all}} {headline:some:value} of {pupils:x}"]
      ])
        == "<p>{all} <b data-figure=\"headline:some:value\">12</b> of <b>–</b></p>")
  }

  @Test func cardsShowKeyFigures() async throws {
    #expect(
      try await Self.body([
        "cards": [
          [
            "figure": "headline:some", "label": "Some", "lead": "true", "detail": "{headline:none}",
          ],
          ["figure": "headline:hidden", "label": "Few"],
        ]
      ]) == """
        <dl class="cards">
        <div class="card lead"><dt>Some</dt><dd class="figure" tabindex="0" data-figure="headline:some:value">12</dd>\
        <dd><b data-figure="headline:none:value">0</b></dd></div>
        <div class="card"><dt>Few</dt><dd class="figure" tabindex="0" data-figure="headline:hidden:value">*</dd></div>
        </dl>
        """)
  }

  @Test func aVerdictPutsTheWorstFirstAndLinksToItsTable() async throws {
    let body = try await Printing.body(
      [
        "verdict": [
          ["figure": "headline:none", "zero": "All good", "otherwise": "-", "see": "pupils"],
          [
            "figure": "headline:hidden", "zero": "-", "otherwise": "Look", "detail": "Why",
            "see": "missing",
          ],
          [
            "figure": "headline:some", "zero": "-", "otherwise": "{headline:some} left",
            "tone": "bad", "see": "pupils",
          ],
        ]
      ], ["table": "pupils"], figures: Self.figures)
    #expect(
      body.hasPrefix(
        """
        <ul class="callouts">
        <li class="bad"><p><strong>bad {0} {1}</strong> <b data-figure="headline:some:value">12</b> left</p>\
        <p class="more"><a href="#t1">Table pupils</a></p></li>
        <li class="attention"><p><strong>attention {0} {1}</strong> Look</p>\
        <p class="detail">Why</p></li>
        <li class="good"><p><strong>good {0} {1}</strong> All good</p></li>
        </ul>
        """))
  }

  @Test func aTableCanBeCutToSomeColumnsAndRows() async throws {
    #expect(
      try await Self.rows(["table": ["id": "pupils", "columns": ["K1/*", "P1/m"], "rows": ["t*"]]])
        == ["two 2 0 0", "three 4 0 –", "total 7 0 0"])
  }

  @Test func aLimitCountsOnlyDetailRowsAndIsTold() async throws {
    let block: Written = ["table": ["id": "pupils", "limit": 2]]
    #expect(
      try await Self.rows(block)
        == ["one 1 0 1 –", "two 2 0 2 0", "half-sum 3 0 3 0", "total 7 0 7 0"])
    #expect(try await Self.body(block).contains("<p class=\"note\">first-rows 2 {1}</p>"))
    let enough = try await Self.body(["table": ["id": "pupils", "limit": 3]])
    #expect(!enough.contains("first-rows"))
  }

  @Test func columnsWithNothingInThemCanBeHidden() async throws {
    #expect(
      try await Self.rows(["table": ["id": "pupils", "hide-empty-columns": "yes"]])
        == ["one 1 1", "two 2 2", "half-sum 3 3", "three 4 4", "total 7 7"])
  }

  @Test func aTableWithoutDetailRowsMaySaySoInstead() async throws {
    #expect(
      try await Self.body(["table": ["id": "empty", "empty": "Nothing."]]) == "<p>Nothing.</p>")
    #expect(try await Self.rows(["table": "empty"]) == ["total 0"])
    #expect(
      try await Self.body(["table": ["id": "unknown", "empty": "Nothing."]]) == "<p>Nothing.</p>")
    let hidden = try await Self.body(["table": ["id": "unknown", "hide-empty": "yes"]])
    #expect(!hidden.contains("unknown"))
    // Of what is hidden it is not said that there is nothing.
    for key in ["empty", "hide-empty"] {
      #expect(try await Self.rows(["table": ["id": "hidden", key: "yes"]]) == ["total *"])
    }
  }

  @Test func rowsThatAreNotComputedCanBeLeftOutAndToldOnce() async throws {
    let whole = try await Self.rows(["table": "growth"])
    #expect(whole == ["measured 3", "short …", "tall-sum …", "total 3"])
    let cut: Written = ["table": ["id": "growth", "not-computed": "No reference."]]
    #expect(try await Self.rows(cut) == ["measured 3", "total 3"])
    #expect(try await Self.body(cut).hasSuffix("<p>No reference.</p>"))
    #expect(
      try await Self.body([
        "table": ["id": "growth", "rows": ["short", "tall-sum"], "not-computed": "No reference."]
      ]) == "<p>No reference.</p>")
    let other = try await Self.body(["table": ["id": "pupils", "not-computed": "No reference."]])
    #expect(!other.contains("No reference."))
  }

  @Test func cardsTellWhatHasChangedSinceEarlierRounds() async throws {
    let columns = [
      "value", "previous", "previous-change", "last-year", "last-year-change",
    ]
    let figures = Figures(
      FigureTable("headline", columns: columns, "some 12 10 12~10 15 12~15\nfew < 3 < - -"))
    let body = try await Printing.body(
      [
        "cards": [
          ["figure": "headline:some", "label": "Some"],
          ["figure": "headline:few:value", "label": "Few"],
          ["figure": "headline:some:previous", "label": "Then"],
        ]
      ], figures: figures)
    #expect(
      body == """
        <dl class="cards">
        <div class="card"><dt>Some</dt><dd class="figure" tabindex="0" data-figure="headline:some:value">12</dd>\
        <dd class="change"><span>since-previous {0} {1} \
        <b data-figure="headline:some:previous-change">+2 (+20.0%)</b></span> · \
        <span>since-last-year {0} {1} \
        <b data-figure="headline:some:last-year-change">−3 (−20.0%)</b></span></dd></div>
        <div class="card"><dt>Few</dt><dd class="figure" tabindex="0" data-figure="headline:few:value">*</dd>\
        <dd class="change"><span>since-previous {0} {1} \
        <b data-figure="headline:few:previous-change">*</b></span></dd></div>
        <div class="card"><dt>Then</dt>\
        <dd class="figure" tabindex="0" data-figure="headline:some:previous">10</dd></div>
        </dl>
        """)
  }

  @Test func aTableThatNeedsAColumnIsShownOnlyWithIt() async throws {
    let shown: Written = ["table": ["id": "pupils", "needs": ["none", "K1/*"]]]
    #expect(try await Self.rows(shown).count == 5)
    let hidden: Written = ["table": ["id": "pupils", "needs": "previous"]]
    let body = try await Printing.body(hidden, ["text": "Nothing."], figures: Self.figures)
    #expect(body == "<p>Nothing.</p>")
  }

  @Test func barsOfATableHaveOneScale() async throws {
    let body = try await Self.body(["table": ["id": "pupils", "bars": ["K1/m", "K/sum"]]])
    #expect(
      body.contains(
        "<td class=\"g bar\" data-figure=\"pupils:two:K1/m\">"
          + "<svg aria-hidden=\"true\" width=\"50%\"></svg>2</td>"))
    #expect(
      body.contains("pupils:three:K1/m\"><svg aria-hidden=\"true\" width=\"100%\"></svg>4</td>"))
    #expect(body.split(separator: "<svg").count == 7)
  }

  @Test func notesEndWithThoseOfTablesThatAreNotShown() async throws {
    let body = try await Printing.body(
      ["cards": [["figure": "headline:some", "label": "Some"]]], ["table": "pupils"],
      ["notes": ["Own {headline:some}"]], figures: Self.figures)
    #expect(
      body.hasSuffix(
        """
        <p class="note">pupils are counted once</p>
        </div>
        <ul class="notes">
        <li>Own <b data-figure="headline:some:value">12</b></li>
        <li>as of June</li>
        </ul>
        """))
  }

  @Test func headingsThatNoLongerTellColumnsApartAreDropped() async throws {
    let figures = Figures(
      FigureTable("deep", columns: ["K/1/m", "K/all/m", "K/all/f", "T/m", "T/f"], "a 1 2 3 4 5"))
    let body = try await Printing.body(
      ["table": ["id": "deep", "columns": ["K/all/*", "T/*"]]], figures: figures)
    #expect(!body.contains(">all<"))
    #expect(body.contains("<th scope=\"colgroup\" colspan=\"2\" class=\"g\">K</th>"))
    let whole = try await Printing.body(["table": "deep"], figures: figures)
    #expect(whole.contains(">all<"))
  }
}
