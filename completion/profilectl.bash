# bash completion for profilectl, generated from its commands. Load it by
#   source <(profilectl completion bash)
# Commands and flags come from this file; what changes (users, targets, runs, fields, codes) is asked of the
# program, which says nothing when it cannot.

_profilectl_commands() {
  commands=
  case $1 in
    '') commands='user run avatar store target token seed code validate batch shell serve doctor completion help version' ;;
    'user') commands='create get list update edit delete history import export' ;;
    'run') commands='list show resume retry undo' ;;
    'avatar') commands='upload show edit restore delete import review sheet' ;;
    'store') commands='info check backup restore compact' ;;
    'target') commands='add list use show remove test login logout' ;;
    'token') commands='issue list revoke' ;;
    'seed') commands='apply clean' ;;
    'code') commands='list explain' ;;
  esac
}

_profilectl_flags() {
  case $1 in
    '') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user create') flags='--dry-run --exit-code --yes --reason --actor --nickname --gender --birthday --oaid --device-id --email --country --province --city --ext-data --desc --level --major --avatar-url --set --clear --password --password-file --password-stdin --enter-pass --enter-pass-file --enter-pass-stdin --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user get') flags='--timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user list') flags='--where --sort --limit --fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user update') flags='--username --create --if-version --accept-loss --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --nickname --gender --birthday --oaid --device-id --email --country --province --city --ext-data --desc --level --major --avatar-url --set --clear --password --password-file --password-stdin --enter-pass --enter-pass-file --enter-pass-stdin --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user edit') flags='--draft --if-version --accept-loss --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user delete') flags='--purge --dry-run --exit-code --yes --reason --actor --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user history') flags='--fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user import') flags='--timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --format --encoding --map --mode --key --set --where --plan --apply --atomic --allow-clear --template --login-column --password-column --accept-loss --fail-fast --max-errors --max-duration --rejects --report --progress --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'user export') flags='--where --avatars --excel-safe --fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'run') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'run list') flags='--limit --fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'run show') flags='--rows --fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'run resume') flags='--input --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --fail-fast --max-errors --max-duration --rejects --report --progress --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'run retry') flags='--input --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --fail-fast --max-errors --max-duration --rejects --report --progress --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'run undo') flags='--timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --fail-fast --max-errors --max-duration --rejects --report --progress --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'avatar') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'avatar upload') flags='--preview --width --as-is --no-original --allow-private --file-id --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --crop --rotate --size --format --quality --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'avatar show') flags='--preview --width --out --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'avatar edit') flags='--preview --width --dry-run --exit-code --yes --reason --actor --crop --rotate --size --format --quality --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'avatar restore') flags='--preview --width --version --dry-run --exit-code --yes --reason --actor --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'avatar delete') flags='--dry-run --exit-code --yes --reason --actor --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'avatar import') flags='--match --list --recursive --as-is --no-original --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --crop --rotate --size --format --quality --fail-fast --max-errors --max-duration --rejects --report --progress --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'avatar review') flags='--preview --width --where --allow-private --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'avatar sheet') flags='--out --run --where --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'store') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'store info') flags='--fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'store check') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'store backup') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'store restore') flags='--yes --keep-as --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'store compact') flags='--keep --drop-originals --dry-run --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'target') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'target add') flags='--system --url --replace --file-base --protected --timeout --retries --retry-max-wait --concurrency --rate --proxy --ca-file --token-command --avatar-max-bytes --avatar-max-side --auth --user-id --avatar-read --form-field --success-codes --bearer --site-id --sub-site-id --body --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'target list') flags='--fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'target use') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'target show') flags='--fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'target remove') flags='--yes --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'target test') flags='--timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'target login') flags='--login --password-file --password-stdin --code --token-file --token-stdin --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'target logout') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'token') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'token issue') flags='--ttl --admin --pair --label --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'token list') flags='--fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'token revoke') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'seed') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'seed apply') flags='--count --ttl --env --fields --no-headers --dry-run --exit-code --yes --reason --actor --tag --seed --avatars --now --password-file --password-stdin --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'seed clean') flags='--tag --expired --now --dry-run --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'code') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'code list') flags='--fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'code explain') flags='--fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'validate') flags='--format --encoding --map --mode --key --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'batch') flags='--timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --keep-going --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'shell') flags='--record --timeout --retries --retry-max-wait --concurrency --rate --token-command --body --insecure --dry-run --exit-code --yes --reason --actor --keep-going --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'serve') flags='--host --port --systems --quirks --auth --ready-file --tls-cert --tls-key --max-upload --access-log --public-url --fault --seed-users --seed --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'doctor') flags='--bundle --fields --no-headers --target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'completion') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'help') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
    'version') flags='--target --store --output --quiet --verbose --color --lang --no-input --trace --trace-file --help' ;;
  esac
}

_profilectl_argument() {
  case $1 in
    'user create') case $2 in *) kind=text ;; esac ;;
    'user get') case $2 in *) kind=user ;; esac ;;
    'user update') case $2 in *) kind=user ;; esac ;;
    'user edit') case $2 in *) kind=user ;; esac ;;
    'user delete') case $2 in *) kind=user ;; esac ;;
    'user history') case $2 in 0) kind=user ;; esac ;;
    'user import') case $2 in 0) kind=file ;; esac ;;
    'run show') case $2 in 0) kind=run ;; esac ;;
    'run resume') case $2 in 0) kind=run ;; esac ;;
    'run retry') case $2 in 0) kind=run ;; esac ;;
    'run undo') case $2 in 0) kind=run ;; esac ;;
    'avatar upload') case $2 in 0) kind=user ;; 1) kind=file ;; esac ;;
    'avatar show') case $2 in *) kind=user ;; esac ;;
    'avatar edit') case $2 in 0) kind=user ;; esac ;;
    'avatar restore') case $2 in 0) kind=user ;; esac ;;
    'avatar delete') case $2 in *) kind=user ;; esac ;;
    'avatar import') case $2 in 0) kind=file ;; esac ;;
    'avatar review') case $2 in *) kind=user ;; esac ;;
    'store backup') case $2 in 0) kind=file ;; esac ;;
    'store restore') case $2 in 0) kind=file ;; esac ;;
    'target add') case $2 in 0) kind=text ;; esac ;;
    'target use') case $2 in 0) kind=target ;; esac ;;
    'target show') case $2 in 0) kind=target ;; esac ;;
    'target remove') case $2 in 0) kind=target ;; esac ;;
    'target test') case $2 in 0) kind=target ;; esac ;;
    'target login') case $2 in 0) kind=target ;; esac ;;
    'target logout') case $2 in 0) kind=target ;; esac ;;
    'token issue') case $2 in 0) kind=user ;; esac ;;
    'token revoke') case $2 in *) kind=text ;; esac ;;
    'code explain') case $2 in *) kind=code ;; esac ;;
    'validate') case $2 in *) kind=file ;; esac ;;
    'batch') case $2 in 0) kind=file ;; esac ;;
    'completion') case $2 in 0) kind=words words='bash zsh fish' ;; esac ;;
    'help') case $2 in *) kind=words words='user run avatar store target token seed code validate batch shell serve doctor completion help version exit-codes environment formats fields import targets shell weidu west2 anqicms zaihangyun' ;; esac ;;
  esac
}

_profilectl_takes_value() {
  case $1 in
    --accept-loss | --access-log | --actor | --apply | --auth | --avatar-max-bytes | --avatar-max-side | --avatar-read | --avatar-url | --avatars | --birthday | --body | --bundle | --ca-file | --city | --clear | --code | --color | --concurrency | --count | --country | --crop | --desc | --device-id | --draft | --email | --encoding | --enter-pass-file | --ext-data | --fault | --fields | --file-base | --file-id | --form-field | --format | --gender | --host | --if-version | --input | --keep | --keep-as | --key | --label | --lang | --level | --limit | --list | --login | --login-column | --major | --map | --match | --max-duration | --max-errors | --max-upload | --mode | --nickname | --now | --oaid | --out | --output | --password-column | --password-file | --plan | --port | --preview | --progress | --province | --proxy | --public-url | --quality | --quirks | --rate | --ready-file | --reason | --record | --rejects | --report | --retries | --retry-max-wait | --rotate | --rows | --run | --seed | --seed-users | --set | --site-id | --size | --sort | --store | --sub-site-id | --success-codes | --system | --systems | --tag | --target | --template | --timeout | --tls-cert | --tls-key | --token-command | --token-file | --trace-file | --ttl | --url | --user-id | --username | --version | --where | --width | -o | -t) return 0 ;;
  esac
  return 1
}

_profilectl_flag() {
  case $2 in
    --access-log) kind=file ;;
    --apply) kind=file ;;
    --auth) kind=words words='bearer test' ;;
    --avatar-read) kind=words words='info avatar' ;;
    --avatars) kind=folder ;;
    --body) kind=words words='json form' ;;
    --bundle) kind=file ;;
    --ca-file) kind=file ;;
    --clear) kind=field-cleared, ;;
    --color) kind=words words='auto always never' ;;
    --crop) kind=words words='centre none' ;;
    --draft) kind=file ;;
    --enter-pass-file) kind=file ;;
    --fields) kind=field, ;;
    --format) case $1 in 'avatar upload' | 'avatar edit' | 'avatar import') kind=words words='auto jpeg png' ;; 'user import' | 'validate') kind=words words='csv tsv json ndjson yaml' ;; esac ;;
    --gender) kind=words words='0 1 2' ;;
    --input) kind=file ;;
    --keep-as) kind=file ;;
    --key) kind=words words='id username email' ;;
    --lang) kind=words words='en zh' ;;
    --list) kind=file ;;
    --mode) kind=words words='update upsert create' ;;
    --out) kind=file ;;
    --password-file) kind=file ;;
    --plan) kind=file ;;
    --preview) kind=words words='auto kitty iterm2 sixel blocks none' ;;
    --quirks) kind=words, words='weidu west2 anqicms zaihangyun' ;;
    --ready-file) kind=file ;;
    --record) kind=file ;;
    --rejects) kind=file ;;
    --report) kind=file ;;
    --rotate) kind=words words='90 180 270' ;;
    --rows) kind=words words='all failed left' ;;
    --run) kind=run ;;
    --set) kind=field-is ;;
    --sort) kind=field ;;
    --store) kind=file ;;
    --system) kind=words words='weidu west2 anqicms zaihangyun' ;;
    --systems) kind=words, words='weidu west2 anqicms zaihangyun' ;;
    --template) kind=words words='csv json' ;;
    --tls-cert) kind=file ;;
    --tls-key) kind=file ;;
    --token-file) kind=file ;;
    --trace-file) kind=file ;;
    --where) kind=field-is ;;
    -o | --output) kind=words words='table json ndjson csv tsv yaml id' ;;
    -t | --target) kind=target ;;
  esac
}

# _profilectl_reply KIND WORDS: fills COMPREPLY for what is typed of a value, which may be a list.
_profilectl_reply() {
  local kind=$1 words=$2 list= head= tail=$value line
  case $kind in *,) kind=${kind%,} list=1 ;; esac
  if [[ -n $list ]]; then
    tail=${value##*,}
    head=${value%"$tail"}
    compopt -o nospace 2>/dev/null
  fi
  case $kind in
    text) ;;
    words) while IFS= read -r line; do COMPREPLY+=("$head$line"); done < <(compgen -W "$words" -- "$tail") ;;
    file) compopt -o filenames 2>/dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$tail") ;;
    folder) compopt -o filenames 2>/dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$tail") ;;
    *)
      if [[ $kind == user && $tail == @* ]]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do COMPREPLY+=("@$line"); done < <(compgen -f -- "${tail#@}")
        return
      fi
      [[ $kind == field-is ]] && compopt -o nospace 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("${line%%$'\t'*}"); done < <(
        "${typed[0]}" __complete -- "$kind" "$value" "${typed[@]:1:${#typed[@]}-2}" 2>/dev/null </dev/null
      )
      ;;
  esac
}

_profilectl() {
  local typed=() rest=$COMP_LINE word path= last value i arguments=0 pending= plain=
  # bash splits at = and : as well; what follows without a blank belongs to the same word
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $i -eq 0 || $rest == [[:space:]]* ]]; then
      rest=${rest#"${rest%%[![:space:]]*}"}
      typed+=("$word")
    else
      typed[${#typed[@]}-1]+=$word
    fi
    rest=${rest#"$word"}
  done
  last=$((${#typed[@]} - 1))
  value=${typed[last]}
  COMPREPLY=()

  local commands
  for ((i = 1; i < last; i++)); do
    word=${typed[i]}
    if [[ -n $pending ]]; then
      pending=
    elif [[ -z $plain && $word == -- ]]; then
      plain=1
    elif [[ -z $plain && $word == -?* ]]; then
      _profilectl_takes_value "$word" && pending=$word
    else
      _profilectl_commands "$path"
      if [[ $arguments -eq 0 && " $commands " == *" $word "* ]]; then
        path="${path:+$path }$word"
      else
        arguments=$((arguments + 1))
      fi
    fi
  done

  local kind=text words= flags=
  if [[ -n $pending ]]; then
    _profilectl_flag "$path" "$pending"
    _profilectl_reply "$kind" "$words"
  elif [[ -z $plain && $value == --*=* ]]; then
    local name=${value%%=*} i=0
    value=${value#*=}
    _profilectl_flag "$path" "$name"
    _profilectl_reply "$kind" "$words"
    # readline replaces what stands behind the = alone
    [[ $COMP_WORDBREAKS == *=* ]] ||
      for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do COMPREPLY[i]=$name=${COMPREPLY[i]}; done
  elif [[ -z $plain && $value == -* ]]; then
    _profilectl_flags "$path"
    while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$flags" -- "$value")
  else
    _profilectl_commands "$path"
    [[ $arguments -eq 0 ]] &&
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$commands" -- "$value")
    _profilectl_argument "$path" "$arguments"
    _profilectl_reply "$kind" "$words"
    # readline replaces what stands behind the last : alone
    if [[ $value == *:* && $COMP_WORDBREAKS == *:* ]]; then
      local colon=${value%"${value##*:}"}
      for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do COMPREPLY[i]=${COMPREPLY[i]#"$colon"}; done
    fi
  fi
}

complete -F _profilectl profilectl
