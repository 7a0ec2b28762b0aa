import { t as compilePattern } from "./pattern2.js";
export { compilePattern };
