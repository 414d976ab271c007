# Prints the targets beside what was measured: first the file `figures` that Tests/Bench/table.awk wrote, then
# Tests/Bench/targets.txt, whose lines are the most that is allowed, the figure's name and what to call it.
# A figure that comes several times is met by its largest.
BEGIN { FS = "\t"; count = split(sides, side, " ") }

NR == FNR {
  name = $1 ~ /^memory\// ? "memory" : $1
  if ($3 != "" && (!((name, $2) in most) || $3 + 0 > most[name, $2])) most[name, $2] = $3 + 0
  next
}

FNR == 1 {
  printf "\n%-36s%12s", "target, as read in", "at most"
  for (at = 1; at <= count; at++) printf "%12s%6s", side[at], "met?"
  print ""
}

{
  # The sign for `times` takes two bytes and one column.
  printf "%-" (36 + gsub(/×/, "×", $3)) "s%12s", $3, $1
  for (at = 1; at <= count; at++) {
    if (!(($2, side[at]) in most)) { printf "%12s%6s", "-", "-"; continue }
    figure = most[$2, side[at]]
    printf "%12s%6s", (figure == int(figure) ? figure : sprintf("%.2f", figure)), (figure <= $1 ? "yes" : "NO")
  }
  print ""
}
