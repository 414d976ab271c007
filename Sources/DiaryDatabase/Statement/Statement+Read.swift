// Reading: the head, all events under some keys, and what is held on some days, in one statement, which sees one moment.

#if PostgreSQL
  internal import DiaryFormat

  /// What a statement is to fetch.
  struct Fetching {
    /// Keys whose events are wanted.
    var direct: [UInt64] = []
    /// Keys that lead to people or bookings, of whom all events are wanted.
    var leading: [UInt64] = []
    /// Keys like these that count only where they lead to few events.
    var rare: [UInt64] = []
    /// The days whose occupations are wanted.
    var days: ClosedRange<UInt64>?
    /// Numbers of events that are wanted by themselves.
    var numbers: [Int] = []

    /// Whether nothing but the head is wanted.
    var isEmpty: Bool { direct.isEmpty && leading.isEmpty && rare.isEmpty && days == nil && numbers.isEmpty }

    /// A rare key leads to so many events at most.
    static var mostRare: Int { 32 }
    /// So many days are listed one by one.
    private static var mostListed: UInt64 { 64 }

    /// The parts of an answer: its first column.
    enum Part: Int64 {
      /// number, key = generation, onward = 1 where the diary is closed
      case head = 0
      /// number, key, text = line
      case event = 1
      /// number, text = subject, and the columns of `Tables.dayColumns` behind `held`
      case day = 2
      /// key, onward
      case lead = 3
    }

    /// The statement that fetches it for a business.
    func statement(of business: String) -> Statement {
      var read = Statement("", [business])
      if hasKeys { found(&read) }
      read.add(
        "select 0, number, generation, case when closed then 1 else 0 end::bigint, null::text, null::text, null::text, null::text, "
          + "null::bigint, null::bigint, null::bigint, null::bigint, null::bigint, null::bigint from \(Tables.heads) "
          + "where business = $1")
      let nulls = ", null, null, null, null, null, null, null, null, null"
      if hasKeys {
        if !leading.isEmpty || !rare.isEmpty {
          read.add(" union all select 3, null, key, onward, null\(nulls) from found where key is not null")
        }
        read.add(
          " union all select 1, p.number, p.key, null, e.line\(nulls) from (select distinct onward from found) f join "
            + "\(Tables.postings) p on p.business = $1 and p.key = f.onward left join \(Tables.events) e on e.business = $1 "
            + "and e.number = p.number")
      }
      if !numbers.isEmpty {
        read.add(
          " union all select 1, number, null, null, line\(nulls) from \(Tables.events) where business = $1 and number in ("
        )
        read.list(numbers) { $0.add(Int64($1)) }
        read.add(")")
      }
      guard let days else { return read }
      let columns =
        " union all select 2, number, null, null, subject, agent, product, resources, starts, ends, occupied_from, "
        + "occupied_until, pause_after, pause_length from \(Tables.days) where business = $1 and held and day "
      if days.upperBound - days.lowerBound < Self.mostListed {
        read.add(columns + "in (0")
        for day in days {
          read.add(",")
          read.add(key: day)
        }
        read.add(")")
      } else {
        read.add(columns + "= 0" + columns + "between ")
        read.add(key: days.lowerBound)
        read.add(" and ")
        read.add(key: days.upperBound)
      }
      return read
    }

    private var hasKeys: Bool { !direct.isEmpty || !leading.isEmpty || !rare.isEmpty }

    /// The keys, with those to which they lead.
    private func found(_ read: inout Statement) {
      read.add("with found(key, onward) as (")
      var joint = ""
      if !direct.isEmpty {
        read.add("values ")
        read.list(direct) { read, key in
          read.add("(null::bigint, ")
          read.add(key: key)
          read.add("::bigint)")
        }
        joint = " union all "
      }
      if !leading.isEmpty {
        read.add(joint + "(select distinct key, onward from \(Tables.postings) where business = $1 and key in (")
        read.list(leading) { $0.add(key: $1) }
        read.add("))")
        joint = " union all "
      }
      for key in rare {
        read.add(
          joint
            + "(select key, onward from (select key, onward, count(*) over () as many from (select key, onward from "
            + "\(Tables.postings) where business = $1 and key = ")
        read.add(key: key)
        read.add(" limit \(Self.mostRare + 1)) r) s where many <= \(Self.mostRare))")
        joint = " union all "
      }
      read.add(") ")
    }
  }
#endif
