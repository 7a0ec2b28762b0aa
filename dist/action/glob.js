import { t as compileGlob } from "./glob2.js";
export { compileGlob };
