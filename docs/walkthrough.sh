#!/usr/bin/env bash
# One need from the resident to her rating, by machines alone: the whole loop over the API with curl, on a running demo
# (./run). Each of the four has a token of their own, made as a person makes one, and sees what is theirs.
#   docs/walkthrough.sh [http://localhost:8080]
# Nobody is asked at night: from 8 to 20 o'clock in China, or with the demo's clock set ahead by so many minutes:
#   ./run --feiyan.clock.ahead=PT480M   and   FEIYAN_AHEAD_MINUTES=480 docs/walkthrough.sh
set -euo pipefail

base=${1:-http://localhost:8080}
api=$base/api/v1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

# Of an answer, the first field of that name. For a script; a program reads JSON.
field() { grep -o "\"$1\":\(\"[^\"]*\"\|[0-9]*\)" | head -1 | cut -d: -f2- | tr -d '"'; }

hidden() { grep -o 'name="_csrf" value="[^"]*"' | head -1 | cut -d'"' -f4; }

form() { # cookies, path, fields: sends a form of the pages, whose key against forgery stands in every page
  local cookies=$1 path=$2 csrf
  shift 2
  csrf=$(curl -sS -b "$cookies" -c "$cookies" "$base/tokens" | hidden)
  curl -sS -b "$cookies" -c "$cookies" --data-urlencode "_csrf=$csrf" "$@" "$base$path"
}

prove() { # cookies: whoever makes a token proves anew who they are; the demo shows its text messages instead of sending
  form "$1" /my-data/proof -o /dev/null -d next=/tokens
  local code
  code=$(curl -sS -b "$1" "$base/outbox" | grep -o '\b[0-9]\{6\}\b' | head -1)
  form "$1" /my-data/proof/code -o /dev/null -d next=/tokens -d "code=$code"
}

token() { # who, then the scopes: enters the demo as that person and makes a token on the page for it
  local who=$1 cookies=$folder/$1
  shift
  local csrf scopes=()
  csrf=$(curl -sS -c "$cookies" "$base/enter" | hidden)
  curl -sS -b "$cookies" -c "$cookies" -o /dev/null --data-urlencode "_csrf=$csrf" "$base/enter/$who"
  prove "$cookies"
  for scope in "$@"; do scopes+=(-d "scope=$scope"); done
  form "$cookies" /tokens -d purpose=walkthrough -d days=7 "${scopes[@]}" |
    grep -o 'id="token"[^>]*' | grep -o 'value="[^"]*"' | cut -d'"' -f2
}

get() { # token, path
  curl -sS --fail-with-body -H "Authorization: Bearer $1" "$api$2"
}

post() { # token, path, body, the version that was seen: a write says once and for all which one it is
  local version=()
  [ -n "${4:-}" ] && version=(-H "If-Match: \"$4\"")
  curl -sS --fail-with-body -H "Authorization: Bearer $1" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" "${version[@]}" -d "${3:-{\}}" "$api$2"
}

place() { # token, body: the id in it, which we made, is the write's key
  curl -sS --fail-with-body -H "Authorization: Bearer $1" -H 'Content-Type: application/json' -d "$2" "$api/orders"
}

is() { # what, expected, found
  [ "$2" = "$3" ] || { echo "$1: expected $2, found $3" >&2; exit 1; }
  echo "$1: $3"
}

denied() { # status, token, path: what somebody must not see
  is "$3 for somebody else" "$1" "$(curl -sS -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $2" "$api$3")"
}

moment() { date -u -d "$now + $1 minutes" +%Y-%m-%dT%H:%M:%SZ; }

say "Four tokens, each for what its owner does"
resident=$(token resident orders:read orders:write menu:read units:read)
clerk=$(token clerk orders:read desk:read desk:write)
dispatcher=$(token institute_dispatcher orders:read dispatch:read dispatch:write)
volunteer=$(token volunteer orders:read services:read services:write)
for one in "$resident" "$clerk" "$dispatcher" "$volunteer"; do [ -n "$one" ] || { echo "No token was made: is this a demo?" >&2; exit 1; }; done

# The demo's clock, which may be set ahead of this machine's.
now=$(date -u -d "now + ${FEIYAN_AHEAD_MINUTES:-0} minutes" +%Y-%m-%dT%H:%M:%SZ)

say "She looks at the menu and asks for a haircut at home"
haircut=$(get "$resident" /menu | tr '}' '\n' | grep '理发进家门' | field id)
station=$(get "$resident" "/orders/$(get "$resident" /orders | field id)" | field station)
id=$(cat /proc/sys/kernel/random/uuid)
need='{"id":"'$id'","need":"头发长得扎脖子，来家里给理个发","project":"'$haircut'","station":"'$station'","address":"十里村 3 组 12 号",
  "recipient":"演示甲","phone":"13905390000","another":true,"window":{"from":"'$(moment 5)'","to":"'$(moment 600)'"}}'
placed=$(place "$resident" "$need")
is "placed" SUBMITTED "$(field state <<<"$placed")"
is "sent twice it is the same order" "$id" "$(place "$resident" "$need" | field id)"

say "The station reads it and approves it; the volunteer does not know of it"
denied 404 "$volunteer" "/orders/$id"
is "the need" "头发长得扎脖子，来家里给理个发" "$(get "$clerk" "/orders/$id" | field need)"
approved=$(post "$clerk" "/orders/$id/approval" '{}' "$(field version <<<"$placed")")
is "approved" APPROVED "$(field state <<<"$approved")"

say "The dispatcher asks the volunteer for a time within the hour"
who=$(get "$volunteer" /volunteer | field id)
offered=$(post "$dispatcher" "/orders/$id/offers" '{"from":"'$(moment 30)'","invitees":[{"volunteer":"'$who'"}]}' "$(field version <<<"$approved")")
is "offered" OFFERED "$(field state <<<"$offered")"
offer=$(grep -o '"offers":\["[^"]*"' <<<"$offered" | cut -d'"' -f4)

say "The volunteer sees what it is about, not where; and says yes"
asked=$(get "$volunteer" /team-offers)
is "he is asked" "$offer" "$(grep -o "$offer" <<<"$asked" | head -1)"
is "times the door, the name or the telephone is told to him" 0 "$(grep -c '3 组 12 号\|演示甲\|13905390000' <<<"$asked" || true)"
accepted=$(post "$volunteer" "/offers/$offer/acceptance")
is "accepted" ACCEPTED "$(field orderState <<<"$accepted")"

say "At the door she tells her code; he checks in and out"
code=$(get "$resident" "/orders/$id/check-in-code" | field code)
seat=$(get "$volunteer" "/my-day" | tr '{' '\n' | grep "$id" | field seat)
is "checked in" PRESENT "$(post "$volunteer" "/seats/$seat/check-in" '{"code":"'"$code"'"}' | field state)"
is "under way" IN_SERVICE "$(get "$resident" "/orders/$id" | field state)"
post "$volunteer" "/seats/$seat/check-out" | field minutes | sed 's/^/minutes of service: /'

say "She rates it, and it is closed"
served=$(get "$resident" "/orders/$id")
is "served" SERVED "$(field state <<<"$served")"
rated=$(post "$resident" "/orders/$id/rating" '{"solved":true,"timeliness":5,"attitude":5,"quality":5,"words":"谢谢"}' "$(field version <<<"$served")")
is "rated" CLOSED "$(field state <<<"$rated")"
say "Done: $id"
