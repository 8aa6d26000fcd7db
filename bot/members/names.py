"""The names of tiers, purposes, roles, abilities and languages, as catalogue messages."""

from bot.i18n import Language, Say
from bot.members.roles import Role
from bot.members.tiers import Binding, Purpose

BINDING_NAMES = {
    Binding.NEWBIE: Say("binding-newbie"),
    Binding.ADVANCED: Say("binding-advanced"),
    Binding.VIP: Say("binding-vip"),
    Binding.OPERATORS: Say("binding-operators"),
}
PURPOSE_NAMES = {
    Purpose.BRIEFS: Say("purpose-briefs"),
    Purpose.QUESTIONS: Say("purpose-questions"),
    Purpose.CONTEST: Say("purpose-contest"),
    Purpose.CHAT: Say("purpose-chat"),
}
ROLE_NAMES = {
    Role.MEMBER: Say("role-member"),
    Role.EXPERT: Say("role-expert"),
    Role.COMPLIANCE: Say("role-compliance"),
    Role.OPERATOR: Say("role-operator"),
    Role.OWNER: Say("role-owner"),
}
LANGUAGE_NAMES = {
    Language.SIMPLIFIED: Say("language-simplified"),
    Language.TRADITIONAL: Say("language-traditional"),
    Language.ENGLISH: Say("language-english"),
}
