"""How bash, zsh, fish and PowerShell ask for the words that fit, and how each is answered.

The program is called with the name of the shell in `_KKMP_COMPLETE` and the words so far, raw as
they were typed, the last of them unfinished. It answers in lines: first `=` (words follow) or `/`
(a file is wanted, which the shell completes itself), then a word each, behind a tab what it is.
Never enters: which words fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import dropwhile
from typing import NamedTuple

SHELL, WORDS = "_KKMP_COMPLETE", "_KKMP_WORDS"
"""The variables by which a shell asks: its name, and for PowerShell the words, a line each."""
FILES = "/"
_ANSWERED = "="
BASH, ZSH, FISH, POWERSHELL = SHELLS = ("bash", "zsh", "fish", "powershell")

_BASH = r"""
_kkmp() {
    local line kind=
    COMPREPLY=()
    while IFS= read -r line; do
        if [ -z "$kind" ]; then kind=$line; else COMPREPLY+=("$line"); fi
    done < <(_KKMP_COMPLETE=bash "$1" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
    if [ "$kind" = / ]; then compopt -o default 2>/dev/null; fi
    return 0
}
complete -o nosort -F _kkmp kkmp 2>/dev/null || complete -F _kkmp kkmp
"""
_ZSH = r"""
#compdef kkmp
_kkmp() {
    local -a lines values shown
    local line
    local -x _KKMP_COMPLETE=zsh
    lines=("${(@f)$(${(Q)~words[1]} "${(@)words[1,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
    if [[ $lines[1] == / ]]; then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        _files
        return
    fi
    for line in "${(@)lines[2,-1]}"; do
        values+=("${line%%$'\t'*}")
        shown+=("${line//$'\t'/  -- }")
    done
    (( $#values )) || return 1
    [[ $PREFIX == --*=* ]] && compset -P '*='
    compadd -V kkmp -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -d shown -a values
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _kkmp "$@"
else
    compdef _kkmp kkmp
fi
"""
_FISH = r"""
function __kkmp_lengkapi
    set -l typed (commandline -opc)
    set -l lines (env _KKMP_COMPLETE=fish $typed[1] $typed (commandline -ct) 2>/dev/null)
    if test "$lines[1]" = /
        __fish_complete_path (commandline -ct)
    else if test (count $lines) -gt 1
        printf '%s\n' $lines[2..-1]
    end
end
complete -c kkmp -k -f -a '(__kkmp_lengkapi)'
"""
_POWERSHELL = r"""
Register-ArgumentCompleter -Native -CommandName kkmp -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })
    if ($wordToComplete -eq '') { $typed += '' }
    $Env:_KKMP_COMPLETE = 'powershell'
    $Env:_KKMP_WORDS = $typed -join "`n"
    try { $lines = @(& $typed[0] 2>$null) }
    finally { Remove-Item Env:_KKMP_COMPLETE, Env:_KKMP_WORDS -ErrorAction SilentlyContinue }
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $value, $about = $_ -split "`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new(
            $value, $value.Trim("'"), 'ParameterValue', $about)
    }
}
"""
_SCRIPTS = {BASH: _BASH, ZSH: _ZSH, FISH: _FISH, POWERSHELL: _POWERSHELL}


class TypedWords(NamedTuple):
    """The words behind `kkmp`, without quotes, and the unfinished one; `quote` is the quote that
    stands open in it, `raw` how it was typed.
    """

    words: Sequence[str]
    current: str
    quote: str
    raw: str


def script(shell: str) -> str:
    """What a shell reads at its start to complete calls of `kkmp`."""
    return _SCRIPTS[shell].lstrip("\n")


def typed(shell: str, arguments: Sequence[str], environment: Mapping[str, str]) -> TypedWords:
    """What was typed so far."""
    raws = _raw_words(shell, arguments, environment)
    escape = "`" if shell == POWERSHELL else "\\"
    read = [_unquoted(raw, escape) for raw in raws]
    if len(read) < 2:
        return TypedWords((), "", "", "")
    current, quote = read[-1]
    return TypedWords([word for word, _ in read[1:-1]], current, quote, raws[-1])


def _raw_words(
    shell: str, arguments: Sequence[str], environment: Mapping[str, str]
) -> Sequence[str]:
    """The words from `kkmp` on, as they were typed, the last one unfinished."""
    if shell == POWERSHELL:
        return environment.get(WORDS, "").split("\n")
    return _parted(arguments[0]) if shell == BASH and arguments else arguments


_RAW = re.compile(r"""(?:[^\s\\'"]|\\.?|'[^']*'?|"(?:[^"\\]|\\.?)*"?)+""", re.DOTALL)
"""A word of a POSIX shell, with its quotes; one of them may stand open."""
_ASSIGNMENT = r"(?a)[A-Za-z_]\w*=.*"


def _parted(line: str) -> Sequence[str]:
    """The raw words of a line of bash from `kkmp` on, the last one perhaps empty."""
    found = [*_RAW.finditer(line)]
    words = [match[0] for match in found]
    if not found or found[-1].end() < len(line):
        words.append("")
    return [*dropwhile(lambda word: re.fullmatch(_ASSIGNMENT, word, re.DOTALL), words)]


def _unquoted(raw: str, escape: str) -> tuple[str, str]:
    """A word as it is meant, and the quote that is not closed."""
    word, quote, escaped = "", "", False
    for letter in raw:
        if escaped:
            word, escaped = word + letter, False
        elif letter == escape and quote != "'":
            escaped = True
        elif letter in "\"'" and quote in ("", letter):
            quote = "" if quote else letter
        else:
            word += letter
    return word, quote


def answer(shell: str, asked: TypedWords, words: Iterable[tuple[str, str]] | None) -> str:
    """The lines of the answer: the words that fit, each with what it is; None for a file."""
    if words is None:
        return FILES + "\n"
    lines = [_line(shell, asked, word, about) for word, about in words]
    return "\n".join([_ANSWERED, *lines]) + "\n"


def _line(shell: str, asked: TypedWords, word: str, about: str) -> str:
    about = " ".join(about.split())
    behind = word.partition("=")[2] if asked.current.startswith("--") and "=" in asked.raw else word
    if shell == BASH:
        return _for_bash(asked, word)
    if shell == POWERSHELL:
        word = word if word.isascii() and word.replace("-", "").isalnum() else _in_quotes(word)
    value = behind if shell == ZSH else word
    return f"{value}\t{about}" if about else value


def _in_quotes(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def _for_bash(asked: TypedWords, word: str) -> str:
    """What bash puts in the place of the last part of the word: it divides words also at `=` and
    `:`, and keeps an open quote itself.
    """
    if asked.quote:
        begun = asked.raw.rpartition(asked.quote)[0]
        word = word[len(_unquoted(begun, "\\")[0]) :]
        return word if asked.quote == "'" else _escaped(word, '"$`\\')
    shown = _escaped(word, "".join(_ACTING))
    cut = max(asked.raw.rfind(mark) for mark in _DIVIDING) + 1
    return shown[len(_escaped(_unquoted(asked.raw[:cut], "\\")[0], "".join(_ACTING))) :]


_DIVIDING = "=:"
_ACTING = frozenset(" \t\"'`$\\!&;|<>()[]{}*?#~")


def _escaped(word: str, acting: str) -> str:
    return "".join(f"\\{letter}" if letter in acting else letter for letter in word)
