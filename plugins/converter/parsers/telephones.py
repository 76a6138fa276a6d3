"""Telephone numbers as pages print them.

A private number is masked at accession (`***********`); some papers print others with crosses (0635-85100××).
"""

_DIGIT = r"[\d*xX×]"
# 0635-8451234, (0635)8451234, 8451234
LANDLINE = rf"(?:[(]?0\d{{2,3}}[)]?\s?[-—·]?\s?)?\d{{2}}{_DIGIT}{{5,6}}(?!{_DIGIT})"
# The same, a mobile number, 400-000-0000
TELEPHONE = rf"(?:{LANDLINE}|[1*]{_DIGIT}{{10}}(?!{_DIGIT})|[48]00-?\d{{3}}-?{_DIGIT}{{4}}(?!{_DIGIT}))"
