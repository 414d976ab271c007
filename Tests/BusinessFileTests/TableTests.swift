// Every key and every error, one named case each: see Tables/*.txt, which are meant to be read.

import Testing

@Suite struct TableTests {
  @Test(arguments: TableCase.all("keys")) func keys(_ item: TableCase) throws {
    #expect(try issues(item.file) == item.expected)
  }

  @Test(arguments: TableCase.all("hours")) func hoursAndDates(_ item: TableCase) throws {
    #expect(try issues(item.file) == item.expected)
  }

  @Test(arguments: TableCase.all("times")) func seasonsRotasAndStarts(_ item: TableCase) throws {
    #expect(try issues(item.file) == item.expected)
  }

  @Test(arguments: TableCase.all("values")) func values(_ item: TableCase) throws {
    #expect(try issues(item.file) == item.expected)
  }

  @Test(arguments: TableCase.all("yaml")) func yaml(_ item: TableCase) throws {
    #expect(try issues(item.file) == item.expected)
  }

  @Test func tablesAreThere() {
    #expect(TableCase.all("keys").count >= 54)
    #expect(TableCase.all("hours").count >= 64)
    #expect(TableCase.all("times").count >= 86)
    #expect(TableCase.all("values").count >= 124)
    #expect(TableCase.all("yaml").count >= 41)
  }
}
