-- Letters that wait, or failed and may be sent again, know what the letters of today know
-- (notifications/letter_content.hpp). A receipt says until when the entry can be reopened; a reminder that listed
-- nothing told every draft that nothing was missing, and the secretariat can send a new one.

alter table letter no force row level security;

update letter
set facts = cast(cast(facts as jsonb) - 'deadline'
                 || jsonb_build_object('reopen_until', cast(facts as jsonb) -> 'deadline') as text)
where occasion = 'receipt' and state <> 'accepted' and cast(facts as jsonb) ? 'deadline';
delete from letter where occasion = 'reminder_deadline' and state <> 'accepted';

alter table letter force row level security;
