"""Word lists for made-up people and places."""

from __future__ import annotations

WOMEN = (
    "Abigail", "Adriana", "Aisha", "Alma", "Amara", "Amelia", "Ana", "Anaïs", "Andrea", "Anneliese", "Anya",
    "Ashley", "Aurora", "Beatrice", "Bernadette", "Bianca", "Bridget", "Camille", "Carla", "Caroline", "Cecilia",
    "Celeste", "Chantal", "Charlotte", "Chloé", "Clara", "Constance", "Daniela", "Daphne", "Deborah", "Delia",
    "Denise", "Destiny", "Dolores", "Dorothy", "Edith", "Elena", "Elise", "Elizabeth", "Emily", "Esperanza",
    "Esther", "Eva", "Evelyn", "Fatima", "Faye", "Fiona", "Florence", "Frances", "Freya", "Gabriela", "Genevieve",
    "Gloria", "Grace", "Greta", "Guadalupe", "Hannah", "Harriet", "Hazel", "Heather", "Helena", "Hope", "Imani",
    "Ingrid", "Irene", "Isabel", "Ivy", "Jacqueline", "Jamila", "Jasmine", "Joan", "Josephine", "Joy", "Judith",
    "Julia", "June", "Kaitlyn", "Kateryna", "Keiko", "Kimberly", "Kirsten", "Lara", "Latoya", "Laura", "Leah",
    "Leilani", "Lillian", "Linda", "Linh", "Lourdes", "Lucia", "Lucy", "Mabel", "Maeve", "Magdalena", "Mai",
    "Margaret", "María", "Marisol", "Marta", "Matilda", "Maya", "Megan", "Mei", "Mercedes", "Miriam", "Molly",
    "Nadia", "Naomi", "Natalie", "Nia", "Nicole", "Nora", "Odette", "Olga", "Olivia", "Paloma", "Patricia", "Paula",
    "Penelope", "Phoebe", "Priya", "Rachel", "Ramona", "Rebecca", "Renée", "Rosa", "Rose", "Ruth", "Sabrina",
    "Sadie", "Salma", "Samantha", "Sandra", "Sarah", "Siobhán", "Sofía", "Sonia", "Stella", "Svetlana", "Sylvia",
    "Tamika", "Tatiana", "Teresa", "Thanh", "Thelma", "Tiffany", "Ursula", "Valentina", "Vanessa", "Vera",
    "Victoria", "Violet", "Vivian", "Wanda", "Wendy", "Ximena", "Yasmin", "Yolanda", "Yuki", "Yvonne", "Zara", "Zoë",
)  # fmt: skip

MEN = (
    "Aaron", "Abdul", "Adrian", "Alan", "Albert", "Alejandro", "Amir", "Andre", "Andrew", "Ángel", "Anthony",
    "Antonio", "Armando", "Arthur", "Asher", "Austin", "Benjamin", "Bernard", "Bjørn", "Boris", "Brandon", "Brian",
    "Bruno", "Calvin", "Carlos", "Cedric", "Charles", "Christopher", "Clarence", "Colin", "Connor", "Craig",
    "Curtis", "Damian", "Daniel", "Darius", "David", "Dennis", "Derek", "Desmond", "Diego", "Dmitri", "Dominic",
    "Donald", "Douglas", "Duncan", "Dwayne", "Edgar", "Eduardo", "Edward", "Eli", "Elijah", "Emilio", "Emmanuel",
    "Eric", "Ernesto", "Ethan", "Eugene", "Fabian", "Felipe", "Felix", "Fernando", "Finn", "Francis", "Franklin",
    "Frederick", "Gabriel", "Garrett", "Gavin", "George", "Gerald", "Gilbert", "Giovanni", "Gordon", "Graham",
    "Gregory", "Guillermo", "Gustavo", "Hans", "Harold", "Harrison", "Hector", "Henry", "Hiroshi", "Howard", "Hugo",
    "Ian", "Ibrahim", "Isaac", "Ivan", "Jack", "Jacob", "Jamal", "James", "Jared", "Javier", "Jeremiah", "Jerome",
    "Jesús", "Joaquín", "Joel", "John", "Jonah", "Jonathan", "Jorge", "José", "Joseph", "Joshua", "Juan", "Julian",
    "Karim", "Keith", "Kenji", "Kevin", "Kwame", "Lars", "Lawrence", "Leonard", "Liam", "Lorenzo", "Louis", "Luca",
    "Luis", "Malik", "Marcus", "Mario", "Martin", "Mateo", "Matthew", "Maurice", "Max", "Michael", "Miguel", "Minh",
    "Mohammed", "Nathan", "Neil", "Nicholas", "Noah", "Oliver", "Omar", "Oscar", "Owen", "Pablo", "Patrick", "Paul",
    "Pedro", "Peter", "Philip", "Quentin", "Rafael", "Ralph", "Ramón", "Raymond", "Reuben", "Ricardo", "Richard",
    "Robert", "Rodrigo", "Roland", "Rubén", "Russell", "Ryan", "Salvador", "Samuel", "Santiago", "Sean", "Sergio",
    "Simon", "Stanley", "Stephen", "Sven", "Terrence", "Theodore", "Thomas", "Tobias", "Trevor", "Tyrone",
    "Umberto", "Victor", "Vincent", "Walter", "Warren", "Wesley", "William", "Xavier", "Yusuf", "Zachary",
)  # fmt: skip

FAMILIES = (
    "Abbott", "Abernathy", "Acosta", "Adeyemi", "Aguilar", "Åkesson", "Albright", "Almeida", "Alvarado", "Anderson",
    "Andrade", "Antonelli", "Archer", "Arsenault", "Ashworth", "Atkins", "Bagley", "Baptiste", "Barrera", "Barrett",
    "Beauchamp", "Becker", "Benítez", "Bergström", "Bianchi", "Birch", "Blackwood", "Blanchard", "Boateng",
    "Bondarenko", "Bowman", "Bradshaw", "Brennan", "Briggs", "Brown", "Bui", "Burgess", "Caballero", "Calderón",
    "Callahan", "Campbell", "Cardoso", "Carmichael", "Castañeda", "Chang", "Chaudhry", "Chen", "Choi",
    "Christensen", "Church", "Clarke", "Coleman", "Contreras", "Cooper", "Córdova", "Crawford", "Cruz",
    "Cunningham", "Dahl", "Dang", "D'Angelo", "Davenport", "Davis", "De la Cruz", "De Luca", "Delgado",
    "Desrosiers", "Díaz", "Diaz", "Donovan", "Dubois", "Duffy", "Duong", "Eastman", "Echeverría", "Eklund",
    "Ellison", "Escobar", "Espinoza", "Fairbanks", "Farouk", "Fernandez", "Ferrari", "Finnegan", "Fischer",
    "Fitzgerald", "Fletcher", "Flores", "Fontaine", "Foster", "Fraser", "Fujimoto", "Gallagher", "Garcia",
    "García Márquez", "Garrison", "Gauthier", "Gibbs", "Gill", "Goldberg", "Gómez", "Gonzalez", "Goodwin", "Graves",
    "Green", "Gruber", "Gutierrez", "Haddad", "Hale", "Hamilton", "Hansen", "Harper", "Harris", "Hashimoto",
    "Hawkins", "Henderson", "Hernandez", "Herrera", "Hoang", "Hoffmann", "Holloway", "Horvat", "Howell", "Hughes",
    "Huynh", "Ibarra", "Ingram", "Ivanova", "Jackson", "Jacobs", "Jankowski", "Jensen", "Jiménez", "Johansson",
    "Johnson", "Jones", "Kamau", "Kaplan", "Kaur", "Kelly", "Khan", "Kim", "Kirkpatrick", "Klein", "Kowalski",
    "Kozlov", "Krüger", "Kumar", "Lam", "Lambert", "Larsen", "Le", "Leblanc", "Lee", "Leclerc", "Lindqvist",
    "Little", "Liu", "Lopez", "Lombardi", "Lund", "Lynch", "MacDonald", "Mahoney", "Marchetti", "Márquez", "Martin",
    "Martinez", "Mason", "Matsumoto", "McAllister", "McCarthy", "McKenzie", "Medina", "Mehta", "Mendoza", "Meyer",
    "Middleton", "Miller", "Mitchell", "Mohamed", "Montgomery", "Moore", "Morales", "Moreau", "Moretti", "Müller",
    "Murphy", "Nakamura", "Navarro", "Nelson", "Newman", "Nguyen", "Nikolaidis", "Novak", "Núñez", "Nwosu",
    "Oakley", "O'Brien", "O'Connor", "Ochoa", "O'Donnell", "Okafor", "Olsen", "O'Neill", "Ortega", "Ortiz",
    "Osborne", "Ouellet", "Pacheco", "Papadopoulos", "Park", "Parker", "Patel", "Pearson", "Peña", "Pereira",
    "Perez", "Petrov", "Pham", "Phillips", "Popescu", "Porter", "Powell", "Quigley", "Quintero", "Rahman",
    "Ramírez", "Reed", "Reyes", "Reynolds", "Richardson", "Ríos", "Rivera", "Robinson", "Rodriguez", "Romano",
    "Rosenberg", "Rossi", "Rousseau", "Ruiz", "Saint-Pierre", "Salazar", "Sanchez", "Sandoval", "Santos", "Schmidt",
    "Schneider", "Schwartz", "Serrano", "Shah", "Shapiro", "Sharma", "Shevchenko", "Silva", "Simmons", "Singh",
    "Smith", "Søndergaard", "Sokolov", "Soto", "Stanton", "Stewart", "Suárez", "Sullivan", "Suzuki", "Svensson",
    "Szabó", "Takahashi", "Tan", "Taylor", "Thibault", "Thompson", "Torres", "Tran", "Treviño", "Turner",
    "Underwood", "Valdez", "Van Buren", "Van den Berg", "Vargas", "Vásquez", "Vega", "Villanueva", "Vo", "Volkov",
    "Wagner", "Walker", "Wallace", "Wang", "Washington", "Weber", "Wells", "Whitaker", "White", "Williams",
    "Wilson", "Winters", "Wójcik", "Wong", "Wright", "Wu", "Yamamoto", "Yang", "Yildiz", "Young", "Zapata", "Zhang",
    "Zimmermann", "Zuñiga",
)  # fmt: skip

LONG_FAMILIES = (
    "Featherstonehaugh-Montgomery",
    "Papadimitrakopoulou",
    "Wolfenstein-Schlegelberger",
    "de la Fuente y Villavicencio",
    "Balasubramaniam-Krishnamurthy",
)
LONG_FIRST = (
    "Maximiliano Alexander",
    "Anna-Katharina Elisabeth",
    "Guadalupe Concepción",
    "Bartholomew Cornelius",
)

NICKNAMES = {
    "Abigail": "Abby", "Alejandro": "Alex", "Anthony": "Tony", "Antonio": "Toño", "Benjamin": "Ben",
    "Charles": "Chuck", "Charlotte": "Charlie", "Christopher": "Chris", "Daniel": "Danny", "Dorothy": "Dot",
    "Edward": "Ted", "Elizabeth": "Liz", "Eduardo": "Lalo", "Francis": "Frank", "Frederick": "Fred",
    "Gabriela": "Gaby", "Guadalupe": "Lupe", "Guillermo": "Memo", "Ignacio": "Nacho", "Isabel": "Isa",
    "Jacqueline": "Jackie", "James": "Jim", "Jonathan": "Jon", "Josephine": "Josie", "José": "Pepe",
    "Joseph": "Joe", "Kimberly": "Kim", "Lawrence": "Larry", "Leonard": "Leo", "Margaret": "Peggy", "María": "Mari",
    "Matthew": "Matt", "Michael": "Mike", "Natalie": "Nat", "Nicholas": "Nick", "Patricia": "Pat", "Patrick": "Paddy",
    "Rafael": "Rafa", "Rebecca": "Becca", "Richard": "Rick", "Robert": "Bob", "Samantha": "Sam", "Samuel": "Sam",
    "Stephen": "Steve", "Theodore": "Theo", "Thomas": "Tom", "Victoria": "Vicky", "William": "Bill",
    "Zachary": "Zach",
}  # fmt: skip

STREETS = (
    "Alder Court", "Aspen Way", "Bayview Drive", "Birchwood Lane", "Bramble Road", "Canal Street",
    "Cedar Hollow Road", "Chestnut Avenue", "Clover Lane", "Copperfield Drive", "Cranberry Street",
    "Creekside Drive", "Dogwood Terrace", "Elderberry Lane", "Fern Street", "Foxglove Road", "Garnet Avenue",
    "Harbor Street", "Hawthorn Way", "Heron Court", "Hillcrest Drive", "Juniper Street", "Kestrel Lane",
    "Lantern Road", "Larkspur Avenue", "Lighthouse Road", "Linden Street", "Maple Street", "Meadow Lane",
    "Millrace Road", "Mulberry Street", "Oak Ridge Road", "Old Ferry Road", "Orchard Avenue", "Osprey Lane",
    "Pebble Beach Road", "Pinecone Drive", "Quarry Road", "Redwood Avenue", "River Bend Drive", "Rosewood Court",
    "Saltmarsh Road", "Sandpiper Lane", "Spruce Street", "Station Road", "Sunflower Way", "Sycamore Street",
    "Thistle Lane", "Tidewater Drive", "Wagon Wheel Road", "Walnut Street", "Willow Creek Road",
)  # fmt: skip

TOWNS = (
    ("Millbrook Bay", "97901"),
    ("Millbrook Bay", "97902"),
    ("Port Ellery", "97911"),
    ("Cedar Point", "97914"),
    ("Larkfield", "97920"),
    ("Tillman Falls", "97926"),
)
STATE = "OR"
AREAS = ("503", "541", "971", "360", "458")

EMPLOYERS = (
    "Bayside Cannery", "Cedar Point Schools", "Ellery Boat Works", "Harbor County", "Larkfield Nursery",
    "Lighthouse Books", "Millbrook Bay Hospital", "North Pier Logistics", "Redwood Credit Union", "Saltmarsh Brewing",
    "Tillman Falls Lumber", "Tidewater Software",
)  # fmt: skip

ALERTS = (
    "Penicillin allergy", "Latex allergy: use nitrile", "Epilepsy", "Asthma: inhaler at hand", "Sulfa allergy",
    "Codeine allergy", "Faints at needles: recline first", "Lidocaine with epinephrine: avoid",
    "Type 1 diabetes: has eaten", "Hearing aid: speak to the left",
)  # fmt: skip
LATE_ALERTS = (
    "Pacemaker", "Blood thinner: ask before any extraction", "Type 2 diabetes: morning visits, has eaten",
    "High blood pressure: take it first", "Heart valve replaced", "Artificial hip: ask about antibiotics",
)  # fmt: skip
"""Medical alerts of people over fifty."""
PREGNANT = "Pregnant: no X-rays"

APPOINTMENT_NOTES = (
    "Prefers early mornings", "Wheelchair: use a ground floor chair", "Bring an interpreter", "Often 10 minutes late",
    "Call the daughter about times", "Works nights, never before 11", "Only Dr. on request", "Nervous: allow more time",
)  # fmt: skip

VISIT_NOTES = (
    "Ask about the sensitive tooth on the upper left.", "Wants to know what the crown will cost.",
    "Bring night guard.", "New insurance card, please scan.", "Needs a note for school.", "Parks in the back.",
    "Mother comes along.", "Asked for headphones.", "Update the health history.", "Review whitening options.",
    "Numb early, needs longer.", "Wants an earlier time if one opens.", "Balance to discuss, see the account.",
    "Pick up the retainer.", "Bring X-rays of the previous office.", "Text the husband when done.",
)  # fmt: skip

CALLS = (
    "Left a message to confirm.", "Confirmed by phone.", "Called about the bill, explained the insurance part.",
    "Asked for an earlier time, put on the list.", "Sent directions to the office.", "Will call back about a time.",
    "Asked whether the crown is in, told them next week.", "Reminded of the health history form.",
)  # fmt: skip

CARRIERS = (
    ("Blue Heron Dental", "60101"), ("Cascadia Dental Plan", "60102"), ("Evergreen Mutual", "60103"),
    ("Harbor Benefit Trust", "60104"), ("Northcoast Dental", "60105"), ("Pilot Rock Insurance", "60106"),
    ("State Children's Dental", "60107"),
)  # fmt: skip
