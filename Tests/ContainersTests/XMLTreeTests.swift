import Containers
import Testing

private func tree(_ text: String) throws -> XMLTree { try XMLTree(Array(text.utf8), part: "p.xml") }

@Test func readsElementsAttributesAndText() throws {
  let tree = try tree(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <x:book xmlns:x="urn:x" xmlns:r="urn:r"><x:sheet name="ก &amp; ข" r:id="rId1"/>
    <x:sheet name="two">a<!-- no -->b<![CDATA[<c>]]></x:sheet><x:other/></x:book>
    """)
  #expect(tree.name == "book")
  #expect(tree.all("sheet").map { $0.attributes["name"] } == ["ก & ข", "two"])
  #expect(tree.first("sheet")?.attributes["id"] == "rId1")
  #expect(tree.all("sheet").last?.text == "ab<c>")
  #expect(tree.first("none") == nil)
}

@Test(arguments: [
  ("", "The part p.xml is not XML."),
  ("name,sex", "The part p.xml is not XML."),
  ("<a><b></a>", "line 1: Premature end of data in tag a"),
  ("<a>&unknown;</a>", "Entity 'unknown' not defined"),
  ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "holds a DTD"),
  ("<!-- x --><!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><a/>", "holds a DTD"),
  ("<?xml version='1.0' encoding='windows-874'?><a/>", "is written in windows-874"),
])
func refusesWithTheReason(_ text: String, _ reason: String) throws {
  let error = #expect(throws: ContainerError.self) { try tree(text) }
  #expect(try #require(error).message.contains(reason))
}

@Test func refusesUTF16() {
  let bytes: [UInt8] = [0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0]
  #expect(throws: ContainerError(.unsupported, "")) { try XMLTree(bytes, part: "p.xml") }
}

@Test func refusesElementsThatAreNestedWithoutEnd() {
  let deep = String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)
  #expect(throws: ContainerError(.damaged, "")) { try tree(deep) }
}

@Test func refusesALargePart() {
  #expect(throws: ContainerError(.tooLarge, "")) {
    try XMLTree(Array("<aaaaaaaaaa/>".utf8), part: "p.xml", limit: 10)
  }
}
