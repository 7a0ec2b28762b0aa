# https://typicode.github.io/husky: `npm install --save-dev husky sluice`, `npx husky init`, then this is .husky/pre-commit.
npx --no-install sluice check --offline --staged --no-progress
