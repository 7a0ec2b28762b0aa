import { i as matchesHost, n as bareHost, r as createGuard, t as RefusedAddress } from "./guard.js";
export { RefusedAddress, bareHost, createGuard, matchesHost };
