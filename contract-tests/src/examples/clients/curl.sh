#!/bin/sh
# A client with curl and jq. It keeps one pair of tokens in memory, and neither secrets nor tokens on a command line, where other
# processes could read them.
set -eu

access= refresh= expires=0

# Posts JSON from its input, and prints the body and, in the last line, the status.
post() {
  curl --silent --max-time 20 --header 'Content-Type: application/json' --data-binary @- --write-out '\n%{http_code}' "$IX_API_HOST$1"
}

# Takes a pair of tokens, or fails.
take() {
  case $(printf '%s' "$1" | tail -n 1) in 2*) ;; *) return 1 ;; esac
  access=$(printf '%s' "$1" | sed '$d' | jq --raw-output --exit-status .access_token) || return 1
  refresh=$(printf '%s' "$1" | sed '$d' | jq --raw-output '.refresh_token // empty')
  # The lifetime counts, and not the clock of the server. A token that cannot be read is used until a 401.
  lifetime=$(printf '%s' "$access" | jq --raw-input --raw-output \
    'split(".")[1] | gsub("-"; "+") | gsub("_"; "/") | @base64d | fromjson | .exp - .iat' 2> /dev/null) || lifetime=86400
  expires=$(($(date +%s) + lifetime))
}

login() {
  take "$(jq --null-input '{api_key: env.IX_API_KEY, api_secret: env.IX_API_SECRET}' | post /auth/token)"
}

renew() {
  { [ -n "$refresh" ] && take "$(printf '%s' "$refresh" | jq --raw-input '{refresh_token: .}' | post /auth/refresh)"; } || login
}

# Prints the status. The header goes through a pipe.
call() {
  printf 'header = "Authorization: Bearer %s"\n' "$access" |
    curl --silent --max-time 20 --config - --output /dev/null --write-out '%{http_code}' "$IX_API_HOST/accounts"
}

login
for i in $(seq "$IX_CHECK_CALLS"); do
  [ "$i" = 1 ] || sleep $((IX_CHECK_SECONDS / IX_CHECK_CALLS))
  [ "$(date +%s)" -lt "$expires" ] || renew
  status=$(call)
  if [ "$status" = 401 ]; then
    renew
    status=$(call)
  fi
  [ "$status" = 200 ] || exit 1
done
