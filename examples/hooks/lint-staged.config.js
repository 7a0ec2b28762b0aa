// https://github.com/lint-staged/lint-staged, run by husky's pre-commit. The names of the staged files are not handed on:
// sluice looks at the whole repository as the index has it.
export default {
  "*.{yaml,yml}": () => "sluice check --offline --staged --no-progress",
}
