#!/bin/sh
# Runs a program in the foreground for as long as whoever started it lives: when standard input ends, so does the program.
exec 3<&0
"$@" < /dev/null 3<&- &
program=$!
(cat <&3 > /dev/null; kill "$program" 2> /dev/null) &
watch=$!
trap 'kill "$program"' TERM INT
wait "$program"
ended=$?
# A signal ends the first wait before the program has ended.
while kill -0 "$program" 2> /dev/null; do wait "$program"; done
kill "$watch" 2> /dev/null
exit "$ended"
