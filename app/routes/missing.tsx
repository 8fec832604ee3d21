/** Any address that is nobody's: as a route of its own it answers in the visitor's language and theme. */
export const loader = () => {
  throw new Response(null, { status: 404 });
};

export default function Missing() {
  return null;
}
