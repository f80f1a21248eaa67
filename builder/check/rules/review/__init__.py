"""Rules on signatures, dates and numbers that a person has to check, in the order of their codes."""

from builder.check.rules.review.answered_no import answered_no
from builder.check.rules.review.changed_since_review import changed_since_review
from builder.check.rules.review.due_soon import due_soon
from builder.check.rules.review.evidence_look_overdue import evidence_look_overdue
from builder.check.rules.review.evidence_never_renewed import evidence_never_renewed
from builder.check.rules.review.helpline_check_overdue import helpline_check_overdue
from builder.check.rules.review.helpline_never_checked import helpline_never_checked
from builder.check.rules.review.never_reviewed import never_reviewed
from builder.check.rules.review.question_without_answer import question_without_answer
from builder.check.rules.review.refused_by_its_reviewer import refused_by_its_reviewer
from builder.check.rules.review.review_dates import review_dates
from builder.check.rules.review.review_expired import review_expired
from builder.check.rules.review.reviewed_own_work import reviewed_own_work
from builder.check.rules.review.unknown_reviewer import unknown_reviewer

RULES = (
    never_reviewed,
    review_expired,
    changed_since_review,
    unknown_reviewer,
    reviewed_own_work,
    review_dates,
    helpline_never_checked,
    helpline_check_overdue,
    due_soon,
    evidence_never_renewed,
    evidence_look_overdue,
    question_without_answer,
    answered_no,
    refused_by_its_reviewer,
)
