print("finsam")
