# Styles, scripts, fonts and templates: see server/assets.
