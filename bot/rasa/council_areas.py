"""Council areas: "in foster care in Leeds" tells which council somebody means, without a word of a council.

A place alone does not: "some woman in Dudley" says where the woman was. It counts behind the council's own business,
or with "council" after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# The councils in England that run children's services. Those whose names are words or common surnames (Bury, Reading,
# Bath) count only with "council" behind them, which is read elsewhere.
_NAMES = """
Barking and Dagenham, Barnet, Barnsley, Bedford, Bexley, Birmingham, Blackburn with Darwen, Blackpool, Bolton,
Bournemouth, Bracknell Forest, Bradford, Brighton, Brighton and Hove, Bristol, Bromley, Buckinghamshire, Calderdale,
Cambridgeshire, Camden, Central Bedfordshire, Cheshire East, Cheshire West, Cornwall, County Durham, Coventry,
Croydon, Cumberland, Darlington, Derby, Derbyshire, Devon, Doncaster, Dorset, Dudley, Durham, Ealing, East Riding,
East Sussex, Enfield, Essex, Gateshead, Gloucestershire, Greenwich, Hackney, Halton, Hammersmith, Hampshire, Haringey,
Harrow, Hartlepool, Havering, Herefordshire, Hertfordshire, Hillingdon, Hounslow, Isle of Wight, Islington, Kensington
and Chelsea, Kent, Kingston upon Thames, Kirklees, Knowsley, Lambeth, Lancashire, Leeds, Leicester, Leicestershire,
Lewisham, Lincolnshire, Liverpool, Luton, Manchester, Medway, Merton, Middlesbrough, Milton Keynes, Newcastle, Newham,
Norfolk, North East Lincolnshire, North Lincolnshire, North Northamptonshire, North Somerset, North Tyneside, North
Yorkshire, Northamptonshire, Northumberland, Nottingham, Nottinghamshire, Oldham, Oxfordshire, Peterborough, Plymouth,
Portsmouth, Redbridge, Redcar, Richmond upon Thames, Rochdale, Rotherham, Rutland, Salford, Sandwell, Sefton,
Sheffield, Shropshire, Slough, Solihull, Somerset, South Gloucestershire, South Tyneside, Southampton, Southend,
Southwark, St Helens, Staffordshire, Stockport, Stockton, Stoke, Stoke on Trent, Stoke-on-Trent, Suffolk, Sunderland,
Surrey, Sutton, Swindon, Tameside, Telford, Thurrock, Torbay, Tower Hamlets, Trafford, Wakefield, Walsall, Waltham
Forest, Wandsworth, Warrington, Warwickshire, West Berkshire, West Northamptonshire, West Sussex, Westminster,
Westmorland, Wigan, Wiltshire, Windsor, Wirral, Wokingham, Wolverhampton, Worcestershire, York
"""
_BY_LOWER = {" ".join(name.split()).lower(): " ".join(name.split()) for name in _NAMES.split(",")}
_ANY = "|".join(re.escape(name) for name in sorted(_BY_LOWER, key=len, reverse=True))
_BUSINESS = (
    r"(?:care|carers?|placements?|placed|social ?workers?|social services|children['’]?s services|council|workers?"
    r"|teams?|looked after|send|complain\w*|special guardians?|adoption|fostering)"
)
# A street, school or hospital that is called after a place tells nothing of the council.
_IN = re.compile(
    rf"(?:\b{_BUSINESS},? (?:(?:is|are|was|were|both|here|all|who|working|based|team) ){{0,2}}"
    rf"(?:in|at|of|by|from|under|for|with|about) (?P<name>{_ANY})"
    rf"|\b(?P<council>{_ANY})['’]?s? (?:(?:city|county|borough|district|metropolitan) )?"
    r"(?:council|social services|children['’]?s (?:services|social care))\b)"
    r"(?![\w-]| (?:road|street|lane|avenue|close|primary|high|school|academy|college|hospital|house))",
    re.IGNORECASE,
)


def council_areas(text: str) -> Iterator[tuple[str, int, int]]:
    """Each council whose area a text names, as it is written properly, with where it starts and ends."""
    for match in _IN.finditer(text):
        group = "name" if match["name"] else "council"
        yield _BY_LOWER[match[group].lower()], match.start(group), match.end(group)
