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
    Damage("row-unplaced", .finding(.error, nil), fits: { $0.isInsideRoom }) { row, _ in
      for column in [StudentColumn.schoolCode, .schoolName, .citizenID, .firstName, .lastName] {
        row[column] = ""
      }
      row.counted = nil
    },
  ]
}
