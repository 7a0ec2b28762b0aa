import { t as rules } from "./rules.js";
export { rules };
