import TestKit

/// An office of three schools, and what five other sources say of it: the same, unless a test changes it.
struct ReconciledOffice {
  struct Grade {
    let name: String
    var boys: Int
    var girls: Int
    var rooms: Int
  }

  /// What a source says of a school.
  struct School {
    let smis: String
    let ministry: String
    var grades = [
      Grade(name: "อ.3", boys: 3, girls: 2, rooms: 1),
      Grade(name: "ป.1", boys: 4, girls: 5, rooms: 2),
      Grade(name: "ป.2", boys: 2, girls: 3, rooms: 1),
    ]
    var usableRooms = 4
    var staff = [("ผู้อำนวยการโรงเรียน", 1), ("ครู", 3), ("ครูผู้ช่วย", 1)]
  }

  private static let schools = (1...3).map {
    School(smis: "2001000\($0)", ministry: "102099000\($0)")
  }

  var lists = schools
  var published = schools
  var emis = schools
  var buildings = schools
  var personnel = schools

  var files: [(path: String, bytes: [UInt8])] {
    let texts = [
      ("register/schools.csv", register), ("dmc/2569-1-student.csv", students),
      ("published/2569-1-schoolmis-20010000.json", sums), ("emis/pupils.csv", pupils),
      ("emis/staff.csv", staff), ("buildings/b-obec.csv", cards), ("personnel/p.csv", persons),
    ]
    return texts.map { ($0, Array($1.utf8)) }
  }

  private var register: String {
    lines("รหัสโรงเรียน,รหัสกระทรวง (10 หลัก),ชื่อโรงเรียน", Self.schools) {
      ["\($0.smis),\($0.ministry),โรงเรียนสมมุติ \($0.smis)"]
    }
  }

  private var students: String {
    var number = 0
    return lines(
      "รหัสโรงเรียน,ชื่อโรงเรียน,เลขประจำตัวประชาชน,ชั้น,ห้อง,เลขประจำตัวนักเรียน,เพศ,คำนำหน้าชื่อ,ชื่อ,นามสกุล,วันเกิด",
      lists
    ) { school in
      school.grades.flatMap { grade in
        (0..<grade.boys + grade.girls).map { place in
          number += 1
          let (sex, title) = place < grade.boys ? ("ช", "เด็กชาย") : ("ญ", "เด็กหญิง")
          let id = CheckedNumber.make(number)
          return
            "\(school.smis),สมมุติ,\(id),\(grade.name),\(place % grade.rooms + 1),\(number),\(sex),\(title),ชื่อที่\(number),สกุลที่\(number),0\(number % 9 + 1)/03/2561"
        }
      }
    }
  }

  private var sums: String {
    let schools = published.map { school in
      let grades = school.grades.map {
        "\"\($0.name) ชาย\": \($0.boys), \"\($0.name) หญิง\": \($0.girls), \"\($0.name) ห้อง\": \($0.rooms)"
      }
      let all = school.grades.reduce(0) { $0 + $1.boys + $1.girls }
      return
        "{\"รหัสเขต\": \"20010000\", \"รหัสโรงเรียน\": \"\(school.smis)\", \(grades.joined(separator: ", ")), \"รวมทั้งหมด\": \(all)}"
    }
    return "{\"success\": true, \"data\": [\(schools.joined(separator: ", "))]}"
  }

  private var pupils: String {
    lines("รหัสโรงเรียน 10 หลัก,ปีการศึกษา,ชั้น/เพศ,ชาย,หญิง,รวม,ห้องเรียน", emis) { school in
      school.grades.map {
        "\(school.ministry),2569,\($0.name),\($0.boys),\($0.girls),\($0.boys + $0.girls),\($0.rooms)"
      }
    }
  }

  private var staff: String {
    lines("รหัสโรงเรียน 10 หลัก,ตำแหน่ง,วิทยฐานะ,ระดับ,ชาย,หญิง,รวม", emis) { school in
      school.staff.map { "\(school.ministry),\($0),-,คศ.1,\($1),0,\($1)" }
    }
  }

  /// Beside the usable building one that is gone, and one without classrooms.
  private var cards: String {
    lines("รหัส Obec 6 หลัก,ประเภท,ลำดับที่,แบบ,จำนวนห้องตามแปลน,สร้าง,สภาพปัจจุบัน", buildings) {
      let code = $0.ministry.suffix(6)
      return [
        "\(code),อาคารเรียน,1,สปช.105/29,\($0.usableRooms) ห้อง,พ.ศ. 2540,ดี",
        "\(code),อาคารเรียน,2,สปช.105/29,8 ห้อง,พ.ศ. 2500,รื้อถอน",
        "\(code),ส้วม,1,สปช.601/26,,พ.ศ. 2540,ดี",
      ]
    }
  }

  private var persons: String {
    var number = 0
    return lines(
      "รหัสโรงเรียน,ชื่อโรงเรียน,เลขที่ตำแหน่ง,เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,สกุล,ตำแหน่ง,วิทยฐานะ,อันดับ,วันบรรจุ,วันเกษียณ",
      personnel
    ) { school in
      school.staff.flatMap { position, count in
        (0..<count).map { _ in
          number += 1
          let id = CheckedNumber.make(50_000 + number)
          return
            "\(school.smis),สมมุติ,\(number),\(id),นาย,ชื่อ\(number),สกุล\(number),\(position),-,คศ.1,16/05/2540,30/09/2570"
        }
      }
    }
  }

  private func lines(
    _ header: String, _ schools: [School], _ lines: (School) -> [String]
  ) -> String {
    ([header] + schools.flatMap(lines)).joined(separator: "\n") + "\n"
  }
}
