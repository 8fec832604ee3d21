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
  route("templates", "routes/templates.tsx"),
  route("templates/:template", "routes/template.ts"),
  route("workshops/new", "routes/new-workshop.tsx"),
  route("join", "routes/join.tsx"),
  route("join/:code", "routes/join-code.tsx"),
  route("projector/:token", "routes/projector.tsx"),

  ...prefix("w/:workshop", [
    index("routes/room.tsx"),
    route("pass", "routes/pass.tsx"),
    route("set-up", "routes/set-up.tsx"),
    route("console", "routes/console.tsx"),
    route("package", "routes/package.tsx"),
    route("document", "routes/document.tsx"),
    route("deal-types", "routes/deal-types.tsx"),
    route("record", "routes/record.tsx"),
    route("files/:file", "routes/files.ts"),

    // commands: what a room can be told, in the order in which a question goes its way
    route("current", "routes/commands/current.ts"),
    route("phases", "routes/commands/phases.ts"),
    route("timer", "routes/commands/timer.ts"),
    route("readiness", "routes/commands/readiness.ts"),
    route("ideas", "routes/commands/ideas.ts"),
    route("ideas/:idea", "routes/commands/idea.ts"),
    route("groups", "routes/commands/groups.ts"),
    route("rounds", "routes/commands/rounds.ts"),
    route("rounds/:round/ballots", "routes/commands/ballots.ts"),
    route("rounds/:round/hands", "routes/commands/hands.ts"),
    route("rounds/:round/closing", "routes/commands/round-closing.ts"),
    route("packages", "routes/commands/packages.ts"),
    route("packages/pulls", "routes/commands/package-pulls.ts"),
    route("packages/ballots", "routes/commands/package-ballots.ts"),
    route("packages/closing", "routes/commands/package-closing.ts"),
    route("objections/:objection/replies", "routes/commands/objection-replies.ts"),
    route("objections/:objection/disposition", "routes/commands/objection-disposition.ts"),
    route("decisions", "routes/commands/decisions.ts"),
    route("existing", "routes/commands/existing.ts"),
    route("changes", "routes/commands/set-up.ts"),
    route("people", "routes/commands/people.ts"),
    route("people/:person", "routes/commands/person.ts"),
    route("entrance", "routes/commands/entrance.ts"),
    route("closing", "routes/commands/closing.ts"),
  ]),

  // every primitive on one page, for those who work on the look
  ...(process.env.NODE_ENV === "production" ? [] : [route("look", "routes/look.tsx")]),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
