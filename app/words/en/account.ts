import type { Translation } from "../message.ts";
import type { account as russian } from "../ru/account.ts";

export const account: Translation<typeof russian> = {
  "account.name": "Your name",
  "account.email": "E-mail",
  "account.password": "Password",
  "account.passwordHint": "At least 10 characters; a short phrase works well",
  "welcome.title": "The first account",
  "welcome.lead":
    "Reglament is installed and empty. The first account belongs to the facilitator, who prepares workshops and brings people in",
  "welcome.go": "Create the account",
  "welcome.local": "The data stays on this server only",
  "signIn.title": "Facilitators sign in",
  "signIn.go": "Sign in",
  "signIn.noAccount":
    "Accounts are made by invitation from another facilitator. Participants need none: the link or the code is enough",
  "invitation.title": "A facilitator's invitation",
  "invitation.lead": "{by} invites you to run workshops on this installation",
  "invitation.go": "Accept the invitation",
  "invitation.gone": "The invitation has been used or has expired. Ask for a new one",
  "invitations.title": "Invitations for facilitators",
  "invitations.lead":
    "With the link from an invitation a colleague makes an account. Nobody sees the workshops of others",
  "invitations.email": "Colleague's e-mail",
  "invitations.emailHint": "If given, the invitation fits this address only",
  "invitations.make": "Make an invitation",
  "invitations.once": "Send this link yourself; it is shown only once:",
  "invitations.none": "No invitations yet",
  "invitations.anybody": "any address",
  "invitations.used": "used",
  "invitations.until": "valid until {date}",
  "invitations.revoke": "Revoke",
  "accountRefusal.email-taken": "There is an account with this e-mail already. Sign in with it",
  "accountRefusal.email-invalid": "Check the e-mail address: there is a mistake in it",
  "accountRefusal.name-missing": "Write your name",
  "accountRefusal.password-too-short": "The password is shorter than 10 characters. Make it longer",
  "accountRefusal.password-too-long": "The password is too long. Shorten it to 128 characters",
  "accountRefusal.wrong-credentials":
    "The e-mail or the password does not fit. Check the keyboard layout and try again",
  "accountRefusal.too-many-attempts": "Too many attempts. Wait {seconds} s and try again",
  "accountRefusal.invitation-used": "This invitation has been used. Ask for a new one",
  "accountRefusal.invitation-expired": "The invitation has expired. Ask for a new one",
  "accountRefusal.invitation-unknown": "There is no such invitation. Check the link",
  "accountRefusal.invitation-other-email": "The invitation was made for another e-mail",
  "accountRefusal.sign-up-closed": "New accounts are made by invitation only",
};
