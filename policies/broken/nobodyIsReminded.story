X3 · Nobody is reminded at half time and a day before
# reminders: {"half":false,"before":[]}
