# Prints what was measured as a table, and the same to the file `figures`, one a line, for the table of the targets.
#
# Each line of the input has a label and a number, parted by a tab; what Tests/Bench/run.c prints has more. The label is
# ROW/COLUMN/SIDE/BASE. The side is `program`, `against` or `floor`. Where there are both programs, every row has a line
# of each and one of the program's figures as parts of the other's.
#   title=TEXT      the first heading
#   detail=1        with the multiples of the row BASE, and the rest of what run.c says for the last column
#   from=COLUMN     with a column that divides the last one by this one
BEGIN { FS = "\t" }

{
  split($1, label, "/")
  row = label[1]; column = label[2]; side = label[3]
  if (!(row in base)) rows[++row_count] = row
  if (!(column in columns)) { columns[column]; column_names[++column_count] = column }
  if (side == "against") are_two = 1
  base[row] = label[4]
  is_floor[row] = side == "floor"
  value[row, column, side] = $2
  memory[row, column, side] = $4; minor[row, column, side] = $6; major[row, column, side] = $7
  processor[row, column, side] = $8
}

END {
  heading = pad(title, -36) (are_two ? pad("", -8) : "")
  for (at = 1; at <= column_count; at++)
    heading = heading pad(column_names[at] (detail ? " µs" : ""), 11) (detail ? pad("×", 7) : "")
  if (detail) heading = heading pad("CPU µs", 9) pad("×", 7) pad("faults", 8) pad("of disk", 8) pad("KiB", 8)
  if (from != "") heading = heading pad("last/" from, 12)
  printf "\n%s\n", heading
  for (number = 1; number <= row_count; number++) {
    row = rows[number]
    if (is_floor[row]) { line(row, "floor"); continue }
    line(row, "program")
    if (are_two) { line(row, "against"); ratios(row) }
  }
}

function line(row, side,    at, column, times, last, text) {
  text = pad(side == "against" ? "" : row, -36) (are_two ? pad(side == "floor" ? "" : side, -8) : "")
  for (at = 1; at <= column_count; at++) {
    column = column_names[at]
    text = text number_of(value[row, column, side], 11, 0)
    figure(row, column, side, value[row, column, side])
    if (detail) {
      times = quotient(value[row, column, side], value[base[row], column, "floor"])
      text = text number_of(times, 7, 2)
      figure(row, column " ×", side, times)
    }
  }
  last = column_names[column_count]
  if (detail) {
    times = quotient(processor[row, last, side], processor[base[row], last, "floor"])
    text = text number_of(processor[row, last, side], 9, 0) number_of(times, 7, 2)
    text = text number_of(minor[row, last, side], 8, 0) number_of(major[row, last, side], 8, 0) number_of(memory[row, last, side], 8, 0)
    figure("memory", row, side, memory[row, last, side])
  }
  if (from != "") text = text number_of(quotient(value[row, last, side], value[row, from, side]), 12, 2)
  print text
}

function ratios(row,    at, column, last, text) {
  text = pad("", -36) pad("ratio", -8)
  for (at = 1; at <= column_count; at++) {
    column = column_names[at]
    text = text number_of(quotient(value[row, column, "program"], value[row, column, "against"]), 11, 2)
    if (detail) text = text pad("", 7)
  }
  last = column_names[column_count]
  if (detail) {
    text = text number_of(quotient(processor[row, last, "program"], processor[row, last, "against"]), 9, 2)
    text = text pad("", 7) number_of(quotient(minor[row, last, "program"], minor[row, last, "against"]), 8, 2)
    text = text number_of(quotient(major[row, last, "program"], major[row, last, "against"]), 8, 2)
    text = text number_of(quotient(memory[row, last, "program"], memory[row, last, "against"]), 8, 2)
  }
  print text
}

function figure(row, column, side, number) { if (figures != "") print row "/" column "\t" side "\t" number >> figures }

function quotient(number, by) { return number == "" || by + 0 == 0 ? "" : number / by }

function number_of(number, width, digits) { return pad(number == "" ? "-" : sprintf("%." digits "f", number), width) }

# The text with spaces before it, or behind it for a negative width; counted in characters, in any locale.
function pad(text, width,    bytes, spaces) {
  bytes = text
  gsub(/[\200-\277]/, "", bytes)
  spaces = (width < 0 ? -width : width) - length(bytes)
  spaces = spaces > 0 ? sprintf("%" spaces "s", "") : ""
  return width < 0 ? text spaces : spaces text
}
