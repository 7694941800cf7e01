internal import Containers

/// Where the tables of a JSON file are: its arrays of objects, and the keys of their objects.
struct JSONOutline {
  /// An array of objects.
  struct Table: Sendable {
    let name: String
    let start: JSONEvents.Start
    /// In the order of their first appearance.
    var keys: [[UInt8]] = []
  }

  private(set) var tables: [Table] = []
  private var events: JSONEvents
  /// The columns of the table that is read.
  private var columns: [[UInt8]: Int] = [:]
  private var keyBytes = 0

  private static let mostTables = 4096
  private static let mostKeyBytes = 16 << 20

  /// Reads the whole file.
  init(_ stream: TextStream) throws {
    events = try JSONEvents(stream)
    let first = try events.event()
    switch first {
    case .beginArray: try readArray("")
    case .beginObject: try readObject(isOutermost: true)
    default: break
    }
    // Behind the outermost value nothing may stand; the next event says so.
    _ = try events.event()
  }

  /// Looks for tables among the members of the outermost object, and of the objects in it.
  private mutating func readObject(isOutermost: Bool) throws {
    while try events.event() == .key {
      let name = String(decoding: events.text, as: UTF8.self)
      let first = try events.event()
      switch first {
      case .beginArray: try readArray(name)
      case .beginObject where isOutermost: try readObject(isOutermost: false)
      default: try events.skipValue(first)
      }
    }
  }

  /// An array is a table when it holds only objects, or nothing where one is missing.
  private mutating func readArray(_ name: String) throws {
    var table = Table(name: name, start: events.start)
    columns.removeAll()
    var isTable = true
    while true {
      let first = try events.event()
      switch first {
      case .endArray:
        if isTable { try add(table) }
        return
      case .null: continue
      case .beginObject where isTable: try readKeys(into: &table)
      default:
        isTable = false
        try events.skipValue(first)
      }
    }
  }

  private mutating func readKeys(into table: inout Table) throws {
    // Most objects have the keys of the one before, in the same order.
    var expected = 0
    while try events.event() == .key {
      if expected < table.keys.count, table.keys[expected] == events.text {
        expected += 1
      } else if let column = columns[events.text] {
        expected = column + 1
      } else {
        try addKey(to: &table)
        expected = table.keys.count
      }
      try events.skipValue(try events.event())
    }
  }

  private mutating func addKey(to table: inout Table) throws {
    keyBytes += events.text.count
    guard table.keys.count < CellHead.mostColumns, keyBytes <= Self.mostKeyBytes else {
      throw ContainerError(
        .tooLarge, "The objects of the JSON file have more than \(table.keys.count) different keys."
      )
    }
    columns[events.text] = table.keys.count
    table.keys.append(events.text)
  }

  private mutating func add(_ table: Table) throws {
    guard tables.count < Self.mostTables else {
      throw ContainerError(.tooLarge, "The JSON file has more than \(Self.mostTables) tables.")
    }
    tables.append(table)
  }
}
