#!/usr/bin/env bash
# mailserver.sh - throw-away Dovecot + Postfix on 127.0.0.1 for tests. No systemd, no system config,
# no privileged port. Everything an instance owns lies under DIR.
#
#   mailserver.sh start   DIR BASEPORT          start (idempotent); prints and writes DIR/env
#   mailserver.sh stop    DIR [--purge]         stop (idempotent); --purge also removes DIR
#   mailserver.sh deliver DIR USER FILE         put FILE (RFC 5322, LF or CRLF, - = stdin) into USER's INBOX
#   mailserver.sh status  DIR                   exit 0 when both servers answer
#   mailserver.sh kick    DIR USER              server drops USER's sessions (client sees BYE / EOF)
#   mailserver.sh folder  DIR USER NAME         make a folder in USER's mailbox (NAME in UTF-8)
#   mailserver.sh unfolder DIR USER NAME        remove it again, with all that is in it
#   mailserver.sh token   DIR USER [SECONDS]    print an OAuth2 bearer token (JWT, HS256) valid SECONDS (3600)
#   mailserver.sh doctor                        say which packages are missing
#
# Environment: MAILSERVER_DELIVER=lda|maildir|lmtp|save (default lda)   envelope sender: MAILSERVER_FROM
#              MAILSERVER_MAXCONN=N  connections one user may hold from one address (default 50)
#              MAILSERVER_BOXES=N  so many more users box1 … boxN, for tests that want a mailbox of their own (default 0)
#              MAILSERVER_DELAY=1  makes "* OK Still here" come every 2 s in IDLE (default 10 s)
#
# Ports: +0 IMAP(STARTTLS) +1 IMAPS +2 LMTP +3 submission(STARTTLS) +4 smtps(TLS wrapper)
#        +5 SMTP inbound (no AUTH) +6 SES-like STARTTLS +7 SES-like TLS wrapper   (+8,+9 free for the test)
set -u -o pipefail
export LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin
umask 022

DOMAIN=test.local
# user:password[:extra Dovecot fields]
USERS=(
  'camera:camera-pw'
  'alice:alice-pw'
  'mallory:mallory-pw'
  'outside:outside-pw'
  'noidle:noidle-pw:userdb_imap_capability=IMAP4rev1'   # a bare server: no IDLE, MOVE, UIDPLUS, LITERAL+
)
for ((box = 1; box <= ${MAILSERVER_BOXES:-0}; box++)); do USERS+=("box$box:box$box-pw"); done
PF=/usr/lib/postfix/sbin
DC=/usr/lib/dovecot

die()  { printf 'mailserver: error: %s\n' "$*" >&2; exit 1; }
note() { printf 'mailserver: %s\n' "$*" >&2; }

doctor() {
  local missing=() f p
  while read -r p f; do [ -e "$f" ] || missing+=("$p ($f)"); done <<'LIST'
dovecot-core /usr/sbin/dovecot
dovecot-core /usr/bin/doveadm
dovecot-core /usr/lib/dovecot/dovecot-lda
dovecot-imapd /usr/lib/dovecot/imap
dovecot-lmtpd /usr/lib/dovecot/lmtp
postfix /usr/lib/postfix/sbin/master
postfix /usr/lib/postfix/sbin/smtpd
postfix /usr/sbin/postconf
openssl /usr/bin/openssl
util-linux /usr/bin/flock
procps /bin/ps
LIST
  if [ ${#missing[@]} -gt 0 ]; then
    local l; for l in "${missing[@]}"; do note "missing: $l"; done
    note "install with: apt-get update && apt-get install -y --no-install-recommends dovecot-core dovecot-imapd dovecot-lmtpd postfix openssl util-linux procps"
    note "(in an image without a policy-rc.d that answers 101, put one in place first, or the packages start daemons on every interface)"
    return 1
  fi
  for p in postfix dovecot dovenull mail; do
    getent passwd "$p" >/dev/null || { note "missing: system user $p"; return 1; }
  done
  return 0
}

# alive PIDFILE NAME -> prints the pid when that process exists and is really NAME
alive() {
  local pid comm
  [ -s "$1" ] || return 1
  read -r pid < "$1" || return 1
  pid=${pid//[!0-9]/}; [ -n "$pid" ] || return 1
  read -r comm 2>/dev/null < "/proc/$pid/comm" || return 1
  [ "$comm" = "$2" ] || return 1
  gone "$pid" && return 1
  # and it is ours: its command line or its working directory names DIR
  tr '\0' ' ' < "/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$DIR/" ||
    case "$(readlink "/proc/$pid/cwd" 2>/dev/null)" in "$DIR"/*) ;; *) return 1 ;; esac
  printf '%s\n' "$pid"
}

# greet PORT PATTERN -> 0 when the server's first line matches
greet() {
  local line=''
  exec 9<>"/dev/tcp/127.0.0.1/$1" || return 1
  IFS= read -r -t 2 line <&9
  exec 9<&- 9>&-
  # shellcheck disable=SC2053 # a pattern
  [[ $line == $2 ]]
} 2>/dev/null

# gone PID -> 0 when the process has ended (a zombie nobody reaps yet has ended)
gone() {
  local st
  st=$(sed -n 's/^.*) \([A-Z]\) .*$/\1/p' "/proc/$1/stat" 2>/dev/null)
  [ -z "$st" ] || [ "$st" = Z ] || [ "$st" = X ]
}
# end PID NAME: TERM, wait, KILL (a Dovecot stopped in its first tenth of a second may hang 5 s on a handshake)
end() {
  local i
  kill -TERM "$1" 2>/dev/null
  for i in $(seq 1 120); do gone "$1" && return 0; sleep 0.02; done
  note "$2 $1 did not end, killing it"; kill -KILL "$1" 2>/dev/null; sleep 0.1
}

port_busy() { (exec 9<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

resolve_dir() {
  [ -n "${1:-}" ] || die "DIR is missing"
  case $1 in /*) DIR=${1%/} ;; *) DIR=$PWD/${1%/} ;; esac
  [[ $DIR =~ ^[A-Za-z0-9_./+-]+$ ]] || die "DIR has characters the configuration cannot carry: $DIR"
  [ ${#DIR} -le 72 ] || die "DIR is too long (${#DIR} > 72): Unix socket paths end at 107 characters: $DIR"
}

make_tls() {
  local t=$DIR/tls c k
  [ -s "$t/server.pem" ] && [ -s "$t/ca.pem" ] && openssl x509 -checkend 86400 -noout -in "$t/server.pem" >/dev/null 2>&1 && return 0
  mkdir -p "$t"; chmod 755 "$t"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 \
    -subj "/CN=Mail fixture CA" -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign \
    -keyout "$t/ca.key" -out "$t/ca.pem" 2>/dev/null || return 1
  # name  days  subjectAltName
  while read -r c k san; do
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$c.$DOMAIN" \
      -keyout "$t/$c.key" -out "$t/$c.csr" 2>/dev/null || return 1
    openssl x509 -req -in "$t/$c.csr" -CA "$t/ca.pem" -CAkey "$t/ca.key" -set_serial "0x$(openssl rand -hex 8)" -days "$k" \
      -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\nkeyUsage=critical,digitalSignature\n' "$san") \
      -out "$t/$c.pem" 2>/dev/null || return 1
    chmod 640 "$t/$c.key"; rm -f "$t/$c.csr"
  done <<LIST
server 30 DNS:localhost,DNS:mail.$DOMAIN,IP:127.0.0.1
wronghost 30 DNS:somebody-else.example
expired -1 DNS:expired.$DOMAIN
LIST
  # a certificate no client trusts
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj "/CN=selfsigned.$DOMAIN" \
    -addext "subjectAltName=DNS:selfsigned.$DOMAIN" -keyout "$t/selfsigned.key" -out "$t/selfsigned.pem" 2>/dev/null || return 1
}

write_dovecot() {
  local c=$DIR/conf u name pw extra
  : > "$c/users"
  for u in "${USERS[@]}"; do
    name=${u%%:*}; u=${u#*:}; pw=${u%%:*}; extra=
    [ "$u" != "$pw" ] && extra=${u#*:}
    printf '%s:{PLAIN}%s::::::%s\n' "$name" "$pw" "$extra" >> "$c/users"
  done
  chmod 644 "$c/users"
  local kd=$DIR/oauth
  mkdir -p "$kd/default/HS256"
  [ -s "$DIR/oauth.key" ] || openssl rand -hex 32 > "$DIR/oauth.key"
  printf '%s' "$(tr -d '\n' < "$DIR/oauth.key" | base64 -w0)" > "$kd/default/HS256/default"
  cat > "$c/oauth2.conf" <<CONF
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$kd/
username_attribute = sub
CONF
  local still='10 secs'; [ "${MAILSERVER_DELAY:-0}" = 1 ] && still='2 secs'
  cat > "$c/dovecot.conf" <<CONF
# generated by mailserver.sh
base_dir = $DIR/run
state_dir = $DIR/state
instance_name = fixture-$BASE
listen = 127.0.0.1
protocols = imap lmtp
log_path = $DIR/log/dovecot.log
log_timestamp = "%Y-%m-%d %H:%M:%S.%{usecs} "
auth_verbose = yes
login_greeting = Fixture ready.
shutdown_clients = yes
default_process_limit = 100
default_client_limit = 400
default_vsz_limit = 256M

ssl = required
ssl_min_protocol = TLSv1.2
ssl_cert = <$DIR/tls/server.pem
ssl_key = <$DIR/tls/server.key
# other certificates by server name (SNI), for the client's negative tests
local_name wronghost.$DOMAIN {
  ssl_cert = <$DIR/tls/wronghost.pem
  ssl_key = <$DIR/tls/wronghost.key
}
local_name expired.$DOMAIN {
  ssl_cert = <$DIR/tls/expired.pem
  ssl_key = <$DIR/tls/expired.key
}
local_name selfsigned.$DOMAIN {
  ssl_cert = <$DIR/tls/selfsigned.pem
  ssl_key = <$DIR/tls/selfsigned.key
}

disable_plaintext_auth = yes
auth_mechanisms = plain login xoauth2 oauthbearer
auth_username_format = %Ln
auth_failure_delay = 0
auth_cache_size = 0
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = $c/oauth2.conf
}
passdb {
  driver = passwd-file
  mechanisms = plain login
  args = scheme=PLAIN username_format=%n $c/users
}
userdb {
  driver = passwd-file
  args = username_format=%n $c/users
  override_fields = uid=mail gid=mail home=$DIR/mail/%n
}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
maildir_very_dirty_syncs = no
mailbox_list_index = no
mail_fsync = never
mailbox_idle_check_interval = 1 secs
protocol imap {
  imap_idle_notify_interval = $still
  mail_max_userip_connections = ${MAILSERVER_MAXCONN:-50}
}
protocol lmtp {
  postmaster_address = postmaster@$DOMAIN
}
protocol lda {
  postmaster_address = postmaster@$DOMAIN
}
lda_mailbox_autocreate = yes
namespace inbox {
  inbox = yes
  separator = /
  mailbox Processed {
    auto = create
  }
  mailbox Sent {
    auto = create
    special_use = \Sent
  }
  mailbox Trash {
    auto = create
    special_use = \Trash
  }
}

service imap-login {
  inet_listener imap {
    port = $((BASE+0))
  }
  inet_listener imaps {
    port = $((BASE+1))
    ssl = yes
  }
  process_min_avail = 1
}
service lmtp {
  inet_listener lmtp {
    port = $((BASE+2))
  }
  unix_listener lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener postfix-auth {
    mode = 0660
    user = postfix
    group = postfix
  }
}
# no growing delay per address after wrong passwords (2, 4, 8, 15 s): the tests try wrong ones on purpose
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  unix_listener stats-reader {
    mode = 0666
  }
  unix_listener stats-writer {
    mode = 0666
  }
}
CONF
}

write_postfix() {
  local c=$DIR/postfix u
  mkdir -p "$c/conf" "$c/queue" "$c/data"
  chown root:root "$c" "$c/conf" "$c/queue"; chown postfix:root "$c/data"
  : > "$c/conf/mailboxes"
  for u in "${USERS[@]}"; do printf '%s@%s OK\n' "${u%%:*}" "$DOMAIN" >> "$c/conf/mailboxes"; done
  # every address that is not ours ends in the mailbox "outside": nothing can leave this machine
  printf 'if !/@%s$/\n/./ outside@%s\nendif\n' "${DOMAIN//./\\.}" "$DOMAIN" > "$c/conf/aliases.regexp"
  # scripted failures, said by a real server
  cat > "$c/conf/rcpt_access" <<CONF
throttle@example.org 454 4.7.0 Throttling failure: Maximum sending rate exceeded.
tempfail@example.org 451 4.3.0 Temporary service failure
nosuchuser@example.org 550 5.1.1 No such user here
close421@example.org 421 4.3.2 Service shutting down
CONF
  cat > "$c/conf/data_access" <<CONF
throttle-data@example.org 454 4.7.0 Throttling failure: Maximum sending rate exceeded.
quota-data@example.org 454 4.7.0 Throttling failure: Daily message quota exceeded.
unverified@example.org 554 5.7.1 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: unverified@example.org
CONF
  cat > "$c/conf/main.cf" <<CONF
# generated by mailserver.sh
compatibility_level = 3.6
multi_instance_name = postfix-fixture-$BASE
syslog_name = postfix-$BASE
queue_directory = $c/queue
data_directory = $c/data
daemon_directory = $PF
command_directory = /usr/sbin
maillog_file = $DIR/log/postfix.log
maillog_file_prefixes = $DIR
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_bind_address = 127.0.0.1
myhostname = mail.$DOMAIN
mydomain = $DOMAIN
myorigin = $DOMAIN
mydestination =
mynetworks = 127.255.255.254/32
relay_domains =
local_recipient_maps =
alias_maps =
alias_database =
default_transport = error:5.7.1 the fixture sends nothing out
relay_transport = error:5.7.1 the fixture sends nothing out
virtual_mailbox_domains = $DOMAIN
virtual_alias_domains =
virtual_mailbox_maps = texthash:$c/conf/mailboxes
virtual_alias_maps = regexp:$c/conf/aliases.regexp
virtual_transport = lmtp:unix:$DIR/run/lmtp
lmtp_destination_recipient_limit = 1
biff = no
message_size_limit = 10485760
mailbox_size_limit = 0
virtual_mailbox_limit = 0
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
smtpd_helo_required = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access texthash:$c/conf/rcpt_access
smtpd_end_of_data_restrictions = check_recipient_access texthash:$c/conf/data_access
smtpd_sasl_type = dovecot
smtpd_sasl_path = $DIR/run/postfix-auth
smtpd_sasl_auth_enable = no
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_chain_files = $DIR/tls/server.key, $DIR/tls/server.pem
smtpd_tls_mandatory_protocols = >=TLSv1.2
smtpd_tls_protocols = >=TLSv1.2
smtpd_tls_session_cache_database =
smtpd_tls_loglevel = 1
smtp_tls_security_level = none
smtpd_timeout = 60s
CONF
  local sub="-o smtpd_sasl_auth_enable=yes -o smtpd_sasl_security_options=noanonymous -o smtpd_client_restrictions=permit_sasl_authenticated,reject"
  local ses="-o smtpd_sasl_mechanism_filter=plain,login -o smtpd_discard_ehlo_keywords=pipelining,dsn,etrn,vrfy,enhancedstatuscodes,smtputf8,chunking"
  cat > "$c/conf/master.cf" <<CONF
127.0.0.1:$((BASE+3)) inet n - n - - smtpd -o smtpd_tls_security_level=encrypt $sub
127.0.0.1:$((BASE+4)) inet n - n - - smtpd -o smtpd_tls_wrappermode=yes $sub
127.0.0.1:$((BASE+5)) inet n - n - - smtpd
127.0.0.1:$((BASE+6)) inet n - n - - smtpd -o smtpd_tls_security_level=encrypt $sub $ses
127.0.0.1:$((BASE+7)) inet n - n - - smtpd -o smtpd_tls_wrappermode=yes $sub $ses
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
CONF
  # Postfix re-reads a configuration file until its time is some seconds old (an editor may be at work):
  # an old time saves two seconds at every start
  touch -d '1 hour ago' "$c"/conf/*
  local q
  for q in active bounce corrupt defer deferred flush hold incoming private saved trace; do
    [ -d "$c/queue/$q" ] || { mkdir -p "$c/queue/$q"; chown postfix:root "$c/queue/$q"; chmod 700 "$c/queue/$q"; }
  done
  mkdir -p "$c/queue/public" "$c/queue/maildrop" "$c/queue/pid"
  chown postfix:postdrop "$c/queue/public" "$c/queue/maildrop"; chmod 710 "$c/queue/public"; chmod 730 "$c/queue/maildrop"
  chown root:root "$c/queue/pid"; chmod 755 "$c/queue/pid"
}

make_mailboxes() {
  local u n d new=()
  for u in "${USERS[@]}"; do
    n=${u%%:*}; d=$DIR/mail/$n
    [ -d "$d/Maildir/new" ] || new+=("$d")
  done
  [ ${#new[@]} -gt 0 ] || return 0
  mkdir -p "${new[@]/%//Maildir/cur}" "${new[@]/%//Maildir/new}" "${new[@]/%//Maildir/tmp}"
  chown -R mail:mail "${new[@]}"; chmod 755 "${new[@]}" "${new[@]/%//Maildir}"
}

both_answer() {
  greet $((BASE+0)) '[*] OK*' && greet $((BASE+3)) '220 *'
}

load_env() {
  [ -s "$DIR/env" ] || return 1
  BASE=$(sed -n 's/^MAIL_BASEPORT=//p' "$DIR/env"); [[ $BASE =~ ^[0-9]+$ ]]
}

write_env() {
  cat > "$DIR/env.tmp" <<ENV
MAIL_BASEPORT=$BASE
MAIL_HOST=127.0.0.1
MAIL_TLSNAME=localhost
MAIL_CA=$DIR/tls/ca.pem
MAIL_DOMAIN=$DOMAIN
MAIL_IMAP_PORT=$((BASE+0))
MAIL_IMAPS_PORT=$((BASE+1))
MAIL_LMTP_PORT=$((BASE+2))
MAIL_SUBMISSION_PORT=$((BASE+3))
MAIL_SMTPS_PORT=$((BASE+4))
MAIL_SMTP_PORT=$((BASE+5))
MAIL_SES_STARTTLS_PORT=$((BASE+6))
MAIL_SES_TLS_PORT=$((BASE+7))
MAIL_MAILROOT=$DIR/mail
MAIL_DOVECOT_CONF=$DIR/conf/dovecot.conf
MAIL_POSTFIX_CONF=$DIR/postfix/conf
MAIL_LOGS=$DIR/log
ENV
  local u n
  for u in "${USERS[@]}"; do
    n=${u%%:*}; u=${u#*:}
    printf 'MAIL_PASSWORD_%s=%s\n' "$n" "${u%%:*}" >> "$DIR/env.tmp"
  done
  mv "$DIR/env.tmp" "$DIR/env"
}

tail_logs() { local f; for f in "$DIR"/log/*.log "$DIR"/log/*.out; do [ -s "$f" ] && { note "--- $f"; tail -n 15 "$f" >&2; }; done; }

do_stop() {
  local pid ended=0
  if pid=$(alive "$DIR/run/master.pid" dovecot); then
    end "$pid" dovecot; ended=1
  fi
  rm -f "$DIR/run/master.pid"
  if pid=$(alive "$DIR/postfix/queue/pid/master.pid" master); then
    # every Postfix daemon ends by itself when master's pipe closes
    end "$pid" 'postfix master'; ended=1
  fi
  # children of a killed master need a moment to see it and let go of the ports
  if [ $ended = 1 ] && load_env; then
    local i p busy
    for i in $(seq 1 100); do
      busy=0
      for p in 0 1 2 3 4 5 6 7; do port_busy $((BASE+p)) && { busy=1; break; }; done
      [ $busy = 0 ] && break
      sleep 0.05
    done
  fi
}

do_start() {
  local i u t0=$EPOCHREALTIME
  [ "$(id -u)" = 0 ] || die "must run as root (Postfix's master and Dovecot's user switching need it)"
  doctor || exit 1
  [[ ${1:-} =~ ^[0-9]+$ && $1 -ge 1024 && $1 -le 65520 ]] || die "BASEPORT must be a number from 1024 to 65520"
  local want=$1
  mkdir -p "$DIR" || die "cannot make $DIR"
  exec 8>"$DIR/.lock"; flock -w 20 8 || die "another start or stop of $DIR is under way"
  if load_env && alive "$DIR/run/master.pid" dovecot >/dev/null && alive "$DIR/postfix/queue/pid/master.pid" master >/dev/null; then
    if [ "$BASE" = "$want" ] && both_answer; then note "already running, base port $BASE"; cat "$DIR/env"; return 0; fi
    note "running in another state (base port $BASE): stopping it first"
  fi
  do_stop
  BASE=$want
  for i in 0 1 2 3 4 5 6 7; do
    port_busy $((BASE+i)) && die "port 127.0.0.1:$((BASE+i)) is in use by another program; choose another BASEPORT"
  done
  chmod 755 "$DIR"
  for u in mail postfix dovecot; do
    setpriv --reuid "$u" --clear-groups test -x "$DIR" 2>/dev/null ||
      die "system user '$u' cannot enter $DIR: a folder above it is closed (chmod a+x it, or choose another DIR; mktemp -d makes 0700)"
  done
  rm -rf "$DIR/run"   # a dead socket of an earlier run would be tried for 5 s
  mkdir -p "$DIR/conf" "$DIR/run" "$DIR/state" "$DIR/log" "$DIR/mail"
  make_tls || die "openssl could not make the certificates in $DIR/tls"
  make_mailboxes
  write_dovecot
  write_postfix
  dovecot -c "$DIR/conf/dovecot.conf" </dev/null > "$DIR/log/dovecot-start.out" 2>&1 8>&- || { tail_logs; die "dovecot did not start"; }
  # master(8) straight away: "postfix start" does the same after a second of file checks
  MAIL_CONFIG=$DIR/postfix/conf "$PF/master" -c "$DIR/postfix/conf" -w </dev/null > "$DIR/log/postfix-start.out" 2>&1 8>&- || { tail_logs; do_stop; die "postfix did not start"; }
  for i in $(seq 1 300); do both_answer && break; sleep 0.05; done   # a busy machine may need long
  both_answer || { tail_logs; do_stop; die "the servers did not answer within 15 s"; }
  write_env
  cat "$DIR/env"
  note "ready in $(awk -v a="$t0" -v b="$EPOCHREALTIME" 'BEGIN{printf "%.2f", b-a}') s"
}

do_deliver() {
  local user=${1:-} file=${2:-} how=${MAILSERVER_DELIVER:-lda} from=${MAILSERVER_FROM:-sender@example.org} n t
  [[ -n $user && -n $file ]] || die "usage: deliver DIR USER FILE"
  user=${user%%@*}
  [ -d "$DIR/mail/$user/Maildir/new" ] || die "no such mailbox: $user (see USERS in this script)"
  [ "$file" = - ] || [ -r "$file" ] || die "cannot read $file"
  case $how in
    lda)
      if [ "$file" = - ]; then "$DC/dovecot-lda" -c "$DIR/conf/dovecot.conf" -d "$user" -f "$from"
      else "$DC/dovecot-lda" -c "$DIR/conf/dovecot.conf" -d "$user" -f "$from" -p "$(realpath "$file")"; fi ||
        { tail_logs; die "dovecot-lda refused the mail"; } ;;
    save)
      cat -- "$([ "$file" = - ] && echo /dev/stdin || echo "$file")" | doveadm -c "$DIR/conf/dovecot.conf" save -u "$user" -m INBOX || die "doveadm save failed" ;;
    maildir)
      n=$EPOCHREALTIME.P$$R$RANDOM.fixture; t=$DIR/mail/$user/Maildir
      cat -- "$([ "$file" = - ] && echo /dev/stdin || echo "$file")" > "$t/tmp/$n" || die "cannot write in $t/tmp"
      chown mail:mail "$t/tmp/$n" && mv "$t/tmp/$n" "$t/new/$n" ;;
    lmtp)
      load_env || die "not started: $DIR"
      command -v swaks >/dev/null || die "missing: swaks (apt-get install swaks), or use MAILSERVER_DELIVER=lda"
      swaks --silent 2 --protocol LMTP --server 127.0.0.1 --port $((BASE+2)) --from "$from" --to "$user@$DOMAIN" --data "@$file" || die "LMTP refused the mail" ;;
    *) die "MAILSERVER_DELIVER must be lda, save, maildir or lmtp" ;;
  esac
}

b64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

do_token() {
  local user=${1:-} life=${2:-3600} now h p
  [ -n "$user" ] || die "usage: token DIR USER [SECONDS]"
  [ -s "$DIR/oauth.key" ] || die "not started: $DIR"
  now=$(date +%s)
  h=$(printf '{"alg":"HS256","typ":"JWT"}' | b64url)
  p=$(printf '{"iss":"fixture","sub":"%s","iat":%d,"nbf":%d,"exp":%d}' "$user" $((now-7200)) $((now-7200)) $((now+life)) | b64url)
  printf '%s.%s.%s\n' "$h" "$p" "$(printf '%s.%s' "$h" "$p" | openssl dgst -sha256 -hmac "$(cat "$DIR/oauth.key")" -binary | b64url)"
}

cmd=${1:-help}; shift || true
case $cmd in
  start)   resolve_dir "${1:-}"; do_start "${2:-}" ;;
  stop)    resolve_dir "${1:-}"
           [ -d "$DIR" ] || { note "nothing at $DIR"; exit 0; }
           exec 8>"$DIR/.lock"; flock -w 20 8 || die "another start or stop of $DIR is under way"
           do_stop
           if [ "${2:-}" = --purge ]; then
             [[ -e $DIR/env && -e $DIR/conf/dovecot.conf ]] || die "not removing $DIR: it does not look like a fixture"
             rm -rf -- "$DIR"
           fi ;;
  deliver) resolve_dir "${1:-}"; do_deliver "${2:-}" "${3:-}" ;;
  status)  resolve_dir "${1:-}"; load_env && both_answer ;;
  kick)    resolve_dir "${1:-}"; doveadm -c "$DIR/conf/dovecot.conf" kick "${2:?USER is missing}" ;;
  folder)  resolve_dir "${1:-}"; doveadm -c "$DIR/conf/dovecot.conf" mailbox create -u "${2:?USER is missing}" "${3:?NAME is missing}" ;;
  unfolder) resolve_dir "${1:-}"; doveadm -c "$DIR/conf/dovecot.conf" mailbox delete -u "${2:?USER is missing}" "${3:?NAME is missing}" ;;
  token)   resolve_dir "${1:-}"; do_token "${2:-}" "${3:-3600}" ;;
  doctor)  doctor && note "all packages present" ;;
  *)       sed -n '2,/^set /{/^#/p;}' "$0"; exit 2 ;;
esac
