#!/bin/sh
# Makes the secrets of compose.axonserver.yaml, once: docker/.env, and docker/secrets for what is read from files. With the
# key of a log that is to be moved there: docker/make-env.sh FILE
set -eu
if [ $# -gt 0 ] && [ ! -s "$1" ]; then
    echo "$1 is no key: it is missing, or empty. Nothing was made." >&2
    exit 1
fi
key=${1:+$(realpath "$1")}
cd "$(dirname "$0")"

random() {
    head -c "$1" /dev/urandom | od -An -v -tx1 | tr -d ' \n'
}

if [ -e .env ] || [ -e secrets ]; then
    echo "There are secrets already: docker/.env, docker/secrets. Databases and the log depend on them; nothing was changed." >&2
    exit 1
fi

umask 077
mkdir secrets
while IFS= read -r line; do
    case $line in
        [A-Z]*=) echo "$line$(random 16)" ;;
        *) echo "$line" ;;
    esac
done <.env.example >.env

# The key that seals events. Whoever has it and the log can forge the log: keep a copy where the log is not.
if [ -n "$key" ]; then
    cat "$key" >secrets/seal-key
else
    random 32 >secrets/seal-key
fi
sed -n 's/^PROMETHEUS_CLIENT_SECRET=//p' .env | tr -d '\n' >secrets/prometheus-client-secret
# Users of the containers read these; nobody else gets into the folder.
chmod 444 secrets/seal-key secrets/prometheus-client-secret

echo "Made docker/.env and docker/secrets."
