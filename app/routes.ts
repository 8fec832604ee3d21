import { index, prefix, type RouteConfig, route } from "@react-router/dev/routes";

/** The site's table of contents, in the order of a workshop. */
export default [
  index("routes/home.tsx"),
  route("welcome", "routes/welcome.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.ts"),
  route("invitations", "routes/invitations.tsx"),
  route("invitation/:token", "routes/invitation.tsx"),
  route("language", "routes/language.ts"),
  route("theme", "routes/theme.ts"),
  route("dictionary/:language", "routes/dictionary.ts"),

  route("demo", "routes/demo.ts"),
  route("workshops/new", "routes/new-workshop.tsx"),
  route("join", "routes/join.tsx"),
  route("join/:code", "routes/join-code.tsx"),
  route("projector/:token", "routes/projector.tsx"),

  ...prefix("w/:workshop", [
    index("routes/room.tsx"),
    route("console", "routes/console.tsx"),
    route("document", "routes/document.tsx"),
    route("files/:file", "routes/files.ts"),
  ]),
] satisfies RouteConfig;
