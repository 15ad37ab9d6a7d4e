// The one script that the layout loads. Each module looks for its own data attributes and does nothing
// without them; every page works without any of this.
import { Button, Checkboxes, createAll, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink } from './govuk-frontend.js'
import { startAutosave } from './autosave.js'
import { startConfirm } from './confirm.js'
import { startPrint } from './print.js'
import { startScore } from './score.js'
import { startSession } from './session.js'
import { startTimes } from './times.js'
import { startUpload } from './upload.js'
import { startWordCount } from './word_count.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
// On a page that is here for the second time (back button) the summary must not take the focus from the reader.
for (const component of [Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink]) createAll(component)
const words = document.body.dataset
createAll(PasswordInput, {
  i18n: {
    showPassword: words.showPassword, hidePassword: words.hidePassword,
    showPasswordAriaLabel: words.showPassword, hidePasswordAriaLabel: words.hidePassword,
    passwordShownAnnouncement: words.passwordShown, passwordHiddenAnnouncement: words.passwordHidden
  }
})
for (const start of [startTimes, startWordCount, startScore, startUpload, startConfirm, startAutosave, startPrint, startSession]) start(document)
