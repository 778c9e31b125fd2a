import { addNotes, type Invocation } from '../cli/command.js';
import type { Command } from '../cli/commander.js';
import { SHELLS } from '../cli/completions.js';
import { Failure } from '../io.js';
import { quote } from '../text/escape.js';
import { nearest, suggest } from '../text/nearest.js';

/** Each asks `idm __complete` for the words that may stand at the cursor; `:files` is a question back to the shell. */
const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = {
  bash: `# bash completion for idm
_idm() {
  local word IFS=$'\\n'
  local words=($("$1" __complete bash "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  COMPREPLY=()
  # Without a word, bash completes files by itself.
  [[ \${words[0]-} == :files ]] && return
  compopt +o default +o bashdefault 2>/dev/null
  for word in "\${words[@]}"; do COMPREPLY+=("$(printf %q "$word")"); done
}
complete -o bashdefault -o default -F _idm idm
`,
  zsh: `#compdef idm
_idm() {
  local -a lines values shown
  local line
  lines=("\${(@f)$("\${words[1]}" __complete zsh "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ \${lines[1]} == :files ]]; then
    [[ \${words[CURRENT]} == --*=* ]] && compset -P '*='
    _files
    return
  fi
  [[ \${words[CURRENT]} == --*=* ]] && compset -P '*='
  for line in $lines; do
    values+=("\${line%%$'\\t'*}")
    shown+=("\${line/$'\\t'/  -- }")
  done
  compadd -l -d shown -a values
}
if [[ \${funcstack[1]-} == _idm ]]; then _idm "$@"; else compdef _idm idm; fi
`,
  fish: `# fish completion for idm
function __idm_complete
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($typed[1] __complete fish $typed[2..-1] "$current" 2>/dev/null)
    if test "$lines[1]" = ':files'
        __fish_complete_path "$current"
    else
        printf '%s\\n' $lines
    end
end
complete -c idm -f -k -a '(__idm_complete)'
`,
};

export function configure(command: Command): void {
  addNotes(
    command,
    [
      'The script completes commands, options and their values, files, and the ids of sessions, rooms, people and days of the agenda at hand.',
    ],
    [
      'idm completion bash > ~/.local/share/bash-completion/completions/idm',
      'idm completion zsh > ~/.zfunc/_idm',
      'idm completion fish > ~/.config/fish/completions/idm.fish',
    ],
  );
}

export async function run({ io, args }: Invocation): Promise<number> {
  const [typed = ''] = args;
  const shell = SHELLS.find(name => name === typed);
  if (shell === undefined) {
    const near = nearest(typed, SHELLS);
    throw new Failure(`completion is for ${SHELLS.join(', ')}, not for ${quote(typed)}; ${suggest(near, 'name one')}`);
  }
  await io.stdout.write(SCRIPTS[shell]);
  return 0;
}
