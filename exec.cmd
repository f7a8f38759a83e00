@rem On Windows "npm start" finds this for the "exec" of its script; elsewhere the
@rem shell's own exec makes signals reach the program instead of the shell.
@%*
