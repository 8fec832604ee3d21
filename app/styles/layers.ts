/**
 * The order of the layers, said in the head before any stylesheet: the build splits styles by route, and whichever
 * file came first would otherwise decide.
 */
export const LAYERS = "@layer reset, tokens, base, primitives, components, utilities;";
