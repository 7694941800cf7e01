import Containers
import Ingest
import TestKit
import Testing

@Suite struct JSONBookTests {
  private static func read(_ text: String) throws -> [String] { try read(Array(text.utf8)) }

  private static func read(_ bytes: [UInt8]) throws -> [String] {
    try BookLines.of(JSONBook(ByteSource(bytes)))
  }

  @Test(arguments: [
    (#"[{"a":1,"b":"x"}]"#, ["1: A=a B=b", "2: A=1(n) B=x"]),
    (
      #"{"success":true,"data":[{"รหัสโรงเรียน":"20010001","อ.1 ชาย":5},{"รวมทั้งหมด":5}]}"#,
      ["[data]", "1: A=รหัสโรงเรียน B=อ.1 ชาย C=รวมทั้งหมด", "2: A=20010001 B=5(n)", "3: C=5(n)"]
    ),
    (
      #"{"result":{"rows":[{"a":1}],"note":[1,2]},"other":[{"b":2}],"deep":{"x":{"y":[{"c":3}]}}}"#,
      ["[rows]", "1: A=a", "2: A=1(n)", "[other]", "1: A=b", "2: A=2(n)"]
    ),
    (
      #"[{"b":1,"a":2},{"a":3,"b":4},null,{}]"#,
      [
        "1: A=b B=a", "2: A=1(n) B=2(n)", "3: A=4(n) B=3(n)", "4:", "5:",
      ]
    ),
    (
      #"[{"a":true,"b":false,"c":null,"d":""}]"#, ["1: A=a B=b C=c D=d", "2: A=TRUE(b) B=FALSE(b)"]
    ),
    (#"[{"a":1,"a":2}]"#, ["1: A=a", "2: A=2(n)"]),
    (#"[{"a":1,"b":5,"a":null}]"#, ["1: A=a B=b", "2: B=5(n)"]),
    (
      #"[{"a":[1, {"x" : "ก\"\n\u0001"}, [ ], {}, null,true,false],"b":{"c":{}}}]"#,
      ["1: A=a B=b", #"2: A=[1,{"x":"ก\"\n\u0001"},[],{},null,true,false] B={"c":{}}"#]
    ),
    (#"[{"a":"\u0e01\ud83d\ude00\/\b\f\n\r\t\\"}]"#, ["1: A=a", "2: A=ก😀/\u{8}\u{C}\n\r\t\\"]),
    (
      #"[{"a":1100000000016,"b":9007199254740991,"c":9007199254740993,"d":12345678901234567890}]"#,
      [
        "1: A=a B=b C=c D=d",
        "2: A=1100000000016(n) B=9007199254740991(n) C=9007199254740993 "
          + "D=12345678901234567890",
      ]
    ),
    (
      #"[{"a":-0,"b":1.50,"c":1E3,"d":13.756329999999999,"e":1e999,"f":1e-2}]"#,
      [
        "1: A=a B=b C=c D=d E=e F=f",
        "2: A=0(n) B=1.5(n) C=1000(n) D=13.756329999999998(n) E=1e999 F=0.01(n)",
      ]
    ),
    (#" { "data" : [ ] } "#, ["[data]"]),
    (#"[{"":1,"b":2}]"#, ["1: B=b", "2: A=1(n) B=2(n)"]),
  ])
  func reads(text: String, expected: [String]) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test func readsEveryEncodingAlike() throws {
    let text = #"{"data":[{"ชื่อ":"โรงเรียน"}]}"#
    let wide = Array(text.utf16)
    let files: [(String, [UInt8])] = [
      ("utf-8", Array(text.utf8)), ("utf-8-bom", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("utf-16le", [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
      ("utf-16be", [0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
      ("utf-16le-no-bom", wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
      ("utf-16be-no-bom", wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }),
    ]
    for (encoding, bytes) in files {
      #expect(try FileHead(ByteSource(bytes)).container == "json")
      #expect(try JSONBook(ByteSource(bytes)).encoding == encoding)
      #expect(try Self.read(bytes) == ["[data]", "1: A=ชื่อ", "2: A=โรงเรียน"])
    }
  }

  @Test func readsTextsThatLieAcrossTheBuffer() throws {
    let texts = (0..<8_000).map { "นักเรียน\($0 * 7919)" }
    let text = "[" + texts.map { "{\"ก\":\"\($0)\",\n \"ข\": 5}" }.joined(separator: ",") + "]"
    let expected = texts.enumerated().map { "\($0 + 2): A=\($1) B=5(n)" }
    #expect(try Self.read(text) == ["1: A=ก B=ข"] + expected)
  }

  @Test(arguments: ["[{\"a\":1}]", " { \"data\": [{}] }", "[ null, {\"a\":1}]", "[]"])
  func isKnownByItsFirstBytes(text: String) throws {
    #expect(try FileHead(ByteSource(Array(text.utf8))).container == "json")
  }

  private static let again = "The file is damaged: fetch it again, or save it anew in Excel."
  private static let cut = "It was cut short, perhaps while it was downloaded: fetch it again."

  @Test(arguments: [
    ("[1,2]", "unsupported: The file is JSON, but holds no array of objects."),
    ("{\"a\":1}", "unsupported: The file is JSON, but holds no array of objects."),
    ("[{\"a\":1},2]", "unsupported: The file is JSON, but holds no array of objects."),
    ("[{\"a\":1}", "truncated: The JSON file ends too early (line 1, byte 9). \(cut)"),
    ("[\n{\"a\":\"1", "truncated: The JSON file ends too early (line 2, byte 8). \(cut)"),
    (
      "[{\"a\":1}\n, x]",
      "damaged: The JSON file cannot be read (line 2, byte 3): a value was expected. \(again)"
    ),
    (
      "[{\"a\" 1}]",
      "damaged: The JSON file cannot be read (line 1, byte 7): a colon was expected behind a key. "
        + again
    ),
    (
      "[{a:1}]",
      "damaged: The JSON file cannot be read (line 1, byte 3): a key in quotes was expected. "
        + again
    ),
    (
      "[{\"a\":1,}]",
      "damaged: The JSON file cannot be read (line 1, byte 9): a key in quotes was expected. "
        + again
    ),
    (
      "[{\"a\":1}] 5",
      "damaged: The JSON file cannot be read (line 1, byte 11): something follows the last value. "
        + again
    ),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: ContainerError.self) { try Self.read(text) }
    #expect(error.map { "\($0.kind): \($0.message)" } == message)
  }

  @Test(arguments: [
    (#"[{"a":"\x"}]"#, "begins no escape"), (#"[{"a":"\u12g4"}]"#, "four digits"),
    (#"[{"a":"\ud800"}]"#, "half of a character"), (#"[{"a":"\udc00"}]"#, "half of a character"),
    (#"[{"a":"\ud800\u0041"}]"#, "half of a character"), ("[{\"a\":\"\n\"}]", "control character"),
    (#"[{"a":01}]"#, "starts with 0"), (#"[{"a":1.}]"#, "digit was expected"),
    (#"[{"a":-}]"#, "digit was expected"), (#"[{"a":+1}]"#, "value was expected"),
    (#"[{"a":nul}]"#, "value was expected"), (#"[{"a":1 "b":2}]"#, "end of the object"),
    (#"[{"a":1]"#, "end of the object"), (#"[{"a":[1}]"#, "end of the array"),
  ])
  func refusesWhatTheStandardDoesNotAllow(text: String, reason: String) {
    let error = #expect(throws: ContainerError(.damaged, "")) { try Self.read(text) }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
  }

  @Test func refusesBytesThatAreNotUTF8() {
    let bytes = #"[{"a":"#.utf8 + [0x22, 0xD2, 0x22] + "}]".utf8
    let error = #expect(throws: ContainerError(.damaged, "")) { try Self.read(Array(bytes)) }
    #expect(error?.message.contains("not UTF-8") == true)
  }

  @Test(arguments: ["[", "{\"a\":"])
  func refusesWhatLiesTooDeep(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let error = #expect(throws: ContainerError(.tooLarge, "")) { try Self.read(text) }
    #expect(error?.message.contains("more than 128 deep") == true)
  }

  @Test func refusesATextOfManyMegabytes() {
    let text = "[{\"a\":\"" + String(repeating: "x", count: 5 << 20) + "\"}]"
    #expect(throws: ContainerError(.tooLarge, "")) { try Self.read(text) }
  }

  @Test func refusesMoreKeysThanASheetHasColumns() {
    let text = "[" + (0..<16_385).map { "{\"k\($0)\":1}" }.joined(separator: ",") + "]"
    #expect(throws: ContainerError(.tooLarge, "")) { try Self.read(text) }
  }

  @Test func refusesAFileThatIsCutAtAnyByte() {
    let bytes = Array(#"{"a":{"b":[{"c":"\u0e01","d":[1,2.5e3,{}]},null]},"e":true}"#.utf8)
    for count in 0..<bytes.count {
      #expect(throws: ContainerError(.truncated, ""), "cut after \(count) bytes") {
        try Self.read(Array(bytes[..<count]))
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func readsOrRefusesWhateverIsChanged(seed: UInt64) {
    let sample = Array(
      #"{"a":{"b":[{"c":"\u0e01ก","d":[1,2.5e3,{"x":"y"}],"f":-1},{"f":2,"g":true}]},"e":[{}]}"#
        .utf8
    )
    var mutation = Mutation(seed: seed)
    for _ in 0..<200 {
      let bytes = mutation.of(sample, words: ["[", "]", "{", "}", ",", "\"", "\\u", "null", "[{"])
      do {
        _ = try Self.read(bytes)
      } catch {
        #expect(error is ContainerError)
      }
    }
  }
}
