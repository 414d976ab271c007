# The statements that a server has logged (log_statement=all), each to a file of its own, DIRECTORY/N: the statement, then its
# parameters, a line each, as Tests/Bench/database.c reads them.
/LOG:  execute <unnamed>: / {
  count++
  sub(/.*LOG:  execute <unnamed>: /, "")
  print >(directory "/" count)
}
/DETAIL:  parameters: / {
  sub(/.*DETAIL:  parameters: /, "")
  rest = $0
  while (match(rest, /^(, )?\$[0-9]+ = '/)) {
    rest = substr(rest, RLENGTH + 1)
    value = ""
    while (1) {
      end = index(rest, "'")
      value = value substr(rest, 1, end - 1)
      rest = substr(rest, end + 1)
      if (substr(rest, 1, 1) != "'") break
      value = value "'"
      rest = substr(rest, 2)
    }
    print value >(directory "/" count)
  }
}
