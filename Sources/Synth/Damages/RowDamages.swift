internal import Tables

/// Rows that do not fit their header, or belong nowhere.
package enum RowDamages {
  package static let all: [Damage] = [
    Damage("row-long", .finding(.error, nil), demand: .text) { row, _ in
      row.row.add("เกินมา")
    },
    Damage("row-short", .finding(.warning, nil), demand: .text) { row, _ in
      row.row.cut(to: StudentColumn.motherOccupation.rawValue)
    },
    // A number or a date in a cell of something else; that all cells move, whole files show.
    Damage("row-shifted", .finding(.error, .road), fits: { $0.hasFullNumber }) { row, _ in
      row[.road] = row.identity
    },
    Damage("row-shifted", .finding(.error, .village)) { row, _ in
      row[.village] = row[.birthDate]
    },
    Damage("row-unplaced", .finding(.error, nil), fits: { $0.isInsideRoom }) { row, _ in
      for column in [StudentColumn.schoolCode, .schoolName, .citizenID, .firstName, .lastName] {
        row[column] = ""
      }
      row.counted = nil
    },
  ]
}
