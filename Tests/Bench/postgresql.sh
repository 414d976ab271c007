#!/bin/bash
# bin/bench --postgresql: what the database costs above the file, beside a client in C that connects with the same libpq and
# sends the same statements; all in one run, of one server, whose connections go through a pooler on a Unix socket.
#   getSlots, bookAppointment     medians of processes in turn
#   growth                        the same beside 10,000 more businesses, 300,000 events in all; not with --quick
#   64 at once                    bookings a second, and what one took, of one business and of a hundred
# PostgreSQL and PgBouncer are Debian's; they run as an ordinary user, in a temporary directory, and are ended by process id.
set -euo pipefail
export LC_ALL=C
cd -- "$(dirname -- "$0")/../.."
checkout=$PWD
[ "${1-}" = --quick ] && rounds=60 crowd=256 || { rounds=300 crowd=1280; }
programs=$checkout/.build/postgresql
[ -x "$programs/voicebot" ] && [ -x "$programs/voicebot-desk" ] || bin/build --postgresql </dev/null
postgres=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
[ -x "$postgres/postgres" ] && command -v pgbouncer >/dev/null || {
  echo "bin/bench: PostgreSQL and PgBouncer are needed: sudo apt-get install postgresql pgbouncer" >&2
  exit 1
}

as_user=
[ "$(id -u)" != 0 ] || as_user="setpriv --reuid=postgres --regid=postgres --clear-groups"
work=$(mktemp -d)
chmod 755 "$work"
# The path of a unix socket has room for 107 bytes: TMPDIR may be too deep for it.
socket=$(mktemp -d /tmp/vb-XXXXXX)
[ -z "$as_user" ] || chown postgres "$socket"
servers=
ended() {
  for server in $servers; do kill "$server" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work" "$socket"
}
trap ended EXIT

debian=$programs/debian
for name in run crowd; do cc -O2 -static -s -o "$work/$name" "Tests/Bench/$name.c"; done
cc -O2 -static -s -I "$debian/usr/include/postgresql" -o "$work/client" Tests/Bench/database.c \
  Sources/CNoKerberos/no_kerberos.c -L "$debian/lib" -lpq -lpgcommon_shlib -lpgport_shlib -lssl -lcrypto -lm 2>/dev/null
cc -O2 -static -s -o "$work/data" Tests/Bench/data.c

port=$("$work/run" port)
# shellcheck disable=SC2086 # the words of a command
{
  $as_user "$postgres/initdb" -D "$socket/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >/dev/null
  $as_user "$postgres/postgres" -D "$socket/data" -k "$socket" -c port="$port" -c listen_addresses= \
    -c max_connections=200 2>"$socket/log" &
  servers=$!
  until "$postgres/pg_isready" -q -h "$socket" -p "$port"; do kill -0 "$servers"; done
  pooled=$("$work/run" port)
  cat >"$socket/pgbouncer.ini" <<EOF
[databases]
* = host=$socket port=$port user=postgres
[pgbouncer]
unix_socket_dir = $socket
unix_socket_mode = 0777
listen_addr =
listen_port = $pooled
auth_type = any
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
logfile = $socket/pgbouncer.log
EOF
  $as_user pgbouncer -q "$socket/pgbouncer.ini" &
  servers="$servers $!"
}
until [ -S "$socket/.s.PGSQL.$pooled" ]; do kill -0 $servers; done
sql() { "$postgres/psql" -X -q -A -t -h "$socket" -p "$port" -U postgres -c "$1"; }
direct="host=$socket port=$port user=postgres dbname=postgres"
address="host=$socket port=$pooled user=postgres dbname=postgres"

# Two trees with the same bookings; one of them is imported.
export VOICEBOT_NOW=2026-09-14T08:00:00+02:00
business() {
  printf 'name: %s\ntimezone: Europe/Berlin\ncountry: DE\nhours: {mon-sun: 08:00-18:00}\n' "$1"
  printf 'agents: {a0: {name: Agent 0}, a1: {name: Agent 1}, a2: {name: Agent 2}, a3: {name: Agent 3}, a4: {name: Agent 4}}\n'
  printf 'appointmentTypes: {visit: {name: Visit, products: [half]}}\nproducts: {half: {name: Half an hour, duration: 30m}}\n'
  printf 'booking: {horizon: 1000d}\n'
}
for side in file database; do
  mkdir -p "$work/trees/$side/bin" "$work/trees/$side/Businesses"
  mkdir -m 700 "$work/trees/$side/Data"
  cp "$programs/voicebot" "$programs/voicebot-desk" "$work/trees/$side/bin/"
  business studio >"$work/trees/$side/Businesses/studio.yaml"
  for ((index = 1; index <= 100; index++)); do business "studio$index" >"$work/trees/$side/Businesses/studio$index.yaml"; done
  (umask 077 && "$work/data" bookings studio 1000 500 5 10 60 >"$work/trees/$side/Data/studio.jsonl")
done
cp "$checkout/.build/voicebot" "$work/trees/file/bin/voicebot" 2>/dev/null || true
export VOICEBOT_DATABASE=$direct
"$work/trees/database/bin/voicebot-desk" database init >/dev/null
VOICEBOT_ROOT=$work/trees/database "$work/trees/database/bin/voicebot-desk" database import studio >/dev/null

mkdir "$work/requests" "$work/one" "$work/hundred" "$work/logged"
"$work/data" requests studio $((2 * rounds + 1)) 5 10 60 "$work/requests" 500
ids='"appointmentTypeId":"studio.visit","productId":"studio.half"'
printf '{"action":"getSlots",%s,"dateTime":"2026-09-16"}' "$ids" >"$work/requests/slots.json"
# Places of the crowd: each half of an hour of five agents, from January on, behind all other bookings; of a hundred businesses,
# one after the other.
for ((index = 1; index <= crowd; index++)); do
  for kind in one hundred; do
    name=studio place=$index
    [ $kind = one ] || { name=studio$((index % 100 + 1)) place=$((index / 100 + 1)); }
    day=$((place / 100)) slot=$((place % 100))
    start=$(printf '202701%02dT%02d%02d00Z' $((day + 1)) $((7 + slot / 5 / 2)) $((slot / 5 % 2 * 30)))
    printf '{"action":"bookAppointment","appointmentTypeId":"%s.visit","productId":"%s.half","slotId":"%s.visit.half.a%d.%s",' \
      $name $name $name $((slot % 5)) "$start" >"$work/$kind/$index.json"
    printf '"booker":{"firstname":"Crowd","lastname":"Number %d","phone":"0351 7%06d"}}' "$index" "$index" \
      >>"$work/$kind/$index.json"
  done
done

# The statements, as the server sees them.
sql "alter system set log_statement = 'all'" && sql "select pg_reload_conf()" >/dev/null
for request in slots book-$((2 * rounds + 1)); do
  VOICEBOT_ROOT=$work/trees/database "$work/trees/database/bin/voicebot" <"$work/requests/$request.json" >"$work/answer"
done
sql "alter system set log_statement = 'none'" && sql "select pg_reload_conf()" >/dev/null
awk -v directory="$work/logged" -f Tests/Bench/logged.awk "$socket/log"
last=$(find "$work/logged" -type f | wc -l)
id=$(grep -o 'studio\.b[0-9a-z]\{20\}' "$work/answer" | head -n 1)
number=$(sql "select number from voicebot_1_heads where business = 'studio'")
sed -i "1!s/^studio\$/@b@/; s/$id/@s@/g" "$work/logged/"*
sed -i "1s/\\b$number\\b/@m@/g; 1s/\\b$((number - 1))\\b/@n@/g; 1!s/\"n\":$number,/\"n\":@m@,/" "$work/logged/$last"
slots=$work/logged/$((last - 2)) reads=$work/logged/$((last - 1)) append=$work/logged/$last

file=$(printf 'VOICEBOT_ROOT=%s\tVOICEBOT_DATABASE=\t%s' "$work/trees/file" "$work/trees/file/bin/voicebot")
database=$(printf 'VOICEBOT_ROOT=%s\tVOICEBOT_DATABASE=%s\t%s' "$work/trees/database" "$address" \
  "$work/trees/database/bin/voicebot")
client=$(printf '%s\t%s\t1' "$work/client" "$address")
line() { printf '%s\t%s\t-\t%s\n' "$1" "$2" "$3"; }
{
  line "getSlots/file" "$work/requests/slots.json" "$file"
  line "getSlots/database" "$work/requests/slots.json" "$database"
  line "getSlots/client" "$work/requests/slots.json" "$client	$slots"
  line "bookAppointment/file" "$work/requests/book-%.json" "$file"
  line "bookAppointment/database" "$work/requests/book-%.json" "$database"
  line "bookAppointment/client" "$work/requests/slots.json" "$client	$reads	$append"
} >"$work/commands"
"$work/run" "$rounds" "$work/commands" >"$work/times"
awk -F '\t' '
  { split($1, label, "/"); median[label[1], label[2]] = $2; least[label[1], label[2]] = $3; failed += $5 }
  END {
    printf "\n%-18s%12s%12s%12s%22s%22s\n", "median (least) µs", "file", "database", "C client", "database ÷ client", "database ÷ file"
    for (row = 1; row <= 2; row++) {
      name = row == 1 ? "getSlots" : "bookAppointment"
      printf "%-18s%6.0f (%.0f)%6.0f (%.0f)%6.0f (%.0f)%22.2f%22.2f\n", name, median[name, "file"], least[name, "file"],
        median[name, "database"], least[name, "database"], median[name, "client"], least[name, "client"],
        median[name, "database"] / median[name, "client"], median[name, "database"] / median[name, "file"]
    }
    if (failed > 0) print failed " runs failed"
  }' "$work/times"

# growth: each further business has thirty of the events that are there, and what leads to them.
growth() {
  sql "create table more as select 'more' || i as business from generate_series(1, 10000) i;
    insert into voicebot_1_heads select business, 1, 31, false from more;
    insert into voicebot_1_events select m.business, number, line from more m, voicebot_1_events
      where voicebot_1_events.business = 'studio' and number between 2 and 31;
    insert into voicebot_1_days select m.business, $1 from more m, voicebot_1_days d
      where d.business = 'studio' and number between 2 and 31;
    insert into voicebot_1_postings select m.business, key, number, onward from more m, voicebot_1_postings
      where voicebot_1_postings.business = 'studio' and number between 2 and 31" >/dev/null
  for table in heads events days postings; do sql "vacuum analyze voicebot_1_$table"; done
  sql checkpoint
}
if [ "${1-}" != --quick ]; then
  growth "day, subject, number, held, agent, product, resources, starts, ends, occupied_from, occupied_until, pause_after, pause_length"
  "$work/data" requests studio $((4 * rounds + 2)) 5 10 60 "$work/requests" 500
  mkdir "$work/later"
  for ((index = 1; index <= rounds; index++)); do
    mv "$work/requests/book-$((2 * rounds + 1 + index)).json" "$work/later/book-$index.json"
  done
  {
    line "getSlots" "$work/requests/slots.json" "$database"
    line "bookAppointment" "$work/later/book-%.json" "$database"
  } >"$work/commands"
  "$work/run" "$rounds" "$work/commands" | awk -F '\t' '
    NR == FNR { if (split($1, label, "/") == 2 && label[2] == "database") before[label[1]] = $2; next }
    FNR == 1 { printf "\n%-18s%20s%28s%10s\n", "database, µs", "1 business", "beside 10,000 businesses", "÷" }
    { printf "%-18s%20.0f%28.0f%10.2f\n", $1, before[$1], $2, $2 / before[$1]; if ($5 > 0) print $5 " runs failed" }
  ' "$work/times" -
fi

printf '\n%-28s%16s%14s%14s%10s\n' "64 processes at once" "bookings/s" "median ms" "p99 ms" "failed"
for kind in one hundred; do
  businesses=1
  [ $kind = one ] || businesses=100
  for side in file database client; do
    case $side in
    file) VOICEBOT_ROOT=$work/trees/file VOICEBOT_DATABASE='' "$work/crowd" 64 "$crowd" "$work/$kind/%.json" \
      '"status":"booked"' "$work/trees/file/bin/voicebot" ;;
    database) VOICEBOT_ROOT=$work/trees/database VOICEBOT_DATABASE=$address "$work/crowd" 64 "$crowd" \
      "$work/$kind/%.json" '"status":"booked"' "$work/trees/database/bin/voicebot" ;;
    client) "$work/crowd" 64 "$crowd" "$work/requests/slots.json" '' "$work/client" "$address" $businesses "$reads" \
      "$append" ;;
    esac | awk -F '\t' -v label="$kind, $side" '{ printf "%-28s%16s%14s%14s%10s\n", label, $1, $2, $3, $4 }'
  done
done
