import Deduplicate
import Testing

/// Spellings of one name are one, and different names stay different.
@Suite struct SoundTests {
  private func sound(_ text: String) -> Sound {
    var sound = Sound()
    sound.read(Array(text.utf8).span)
    return sound
  }

  @Test(arguments: [
    // Letters of one sound.
    ("ณัฐพล", "นัฐพล"), ("ศิริ", "สิริ"), ("เกษม", "เกสม"), ("ซาร่า", "สาร่า"), ("ฎีกา", "ดีกา"),
    ("ปฏิมา", "ปติมา"), ("ธนา", "ทนา"), ("มณฑา", "มนทา"), ("วุฒิ", "วุทิ"), ("ฐานิตา", "ถานิตา"),
    ("เมฆา", "เมคา"), ("ฌาน", "ชาน"), ("ฤทธิ์", "รทธิ์"), ("กีฬา", "กีลา"), ("ญาดา", "ยาดา"),
    ("ภูมิ", "พูมิ"),
    // Tone marks, thanthakhat and repetition marks are not heard.
    ("น้ำผึ้ง", "นำผึง"), ("อ้อม", "ออม"), ("จันทร์", "จันทร"), ("ก๊อก", "กอก"), ("ก๋ง", "กง"),
    ("นานๆ", "นาน"), ("ด.ช.", "ดช"),
    // Long vowels are short.
    ("ชีวิต", "ชิวิต"), ("มือ", "มึอ"), ("ปู", "ปุ"), ("มาลี", "มะลิ"),
    // Ai in its three spellings, and the two ร that are heard as a vowel.
    ("ใจ", "ไจ"), ("ไทย", "ไท"), ("ชัยวัฒน์", "ชัยวัฒน"), ("วรรณา", "วัณา"),
    // Spaces, dots, Thai digits and the case of Latin letters.
    ("สม ชาย", "สมชาย"), ("Somchai", "SOMCHAI"), ("ก๑", "ก1"), ("O'Neil", "oneil"),
  ])
  func oneNameInTwoSpellings(one: String, other: String) {
    #expect(sound(one).hash == sound(other).hash)
    #expect(sound(one).letters == sound(other).letters)
    #expect(!sound(one).letters.isEmpty)
  }

  @Test(arguments: [
    ("ธนพล", "ธนพร"), ("สมชาย", "สมหญิง"), ("กมล", "กมน"), ("ปา", "บา"), ("ดาว", "ตาว"),
    ("เอ", "แอ"), ("ชัย", "ชาย"), ("มานี", "มานะ"), ("จันทรา", "จันทร"),
  ])
  func twoNamesStayTwo(one: String, other: String) {
    #expect(sound(one).hash != sound(other).hash)
  }

  /// The cleaners compose it before; a tone may stand on either side of it.
  @Test func saraAmIsALetterOfItsOwn() {
    #expect(sound("น้ำ").hash == sound("นำ้").hash)
    #expect(sound("นำ").letters.count == 2)
    #expect(sound("นำ").hash != sound("นา").hash)
  }

  @Test(arguments: ["", " ", "-", "...", "่", "์ ๆ"])
  func whatMakesNoSoundIsNothing(text: String) {
    #expect(sound(text).hash == 0)
    #expect(sound(text).letters.isEmpty)
    #expect(Sound.wordCount(of: sound(text).words) == 0)
  }

  @Test func wordsCountInAnyOrder() {
    let (one, other) = (sound("สมชาย ใจดี"), sound("ใจดี  สมชาย"))
    #expect(one.words == other.words && one.hash != other.hash)
    #expect(Sound.wordCount(of: one.words) == 2)
    let apart = (sound("สมชาย"), sound("ใจดี"))
    #expect(one.words == apart.0.words &+ apart.1.words)
  }

  @Test func aReaderForgetsTheNameBefore() {
    var reader = Sound()
    reader.read(Array("สมหญิง รักเรียน".utf8).span)
    reader.read(Array("ใจดี".utf8).span)
    #expect(reader.letters == sound("ใจดี").letters)
    #expect(reader.hash == sound("ใจดี").hash && reader.words == sound("ใจดี").words)
    #expect(Sound.wordCount(of: reader.words) == 1)
  }

  @Test(
    arguments: [
      [0xE0], [0xE0, 0xB8], [0xFF, 0xFE], [0x80, 0x80], [0xF0, 0x9F, 0x98, 0x80],
      [0xE0, 0xB8, 0xFF],
    ] as [[UInt8]])
  func anyBytesAreRead(bytes: [UInt8]) {
    var reader = Sound()
    reader.read(bytes.span)
    #expect(reader.letters.count <= bytes.count)
  }
}
